import type { EmbedAnswer } from '../schemas/embed.js';
import { createApiKeyCalls, type ApiKeyCalls } from './api-keys.js';
import { createAuditLogCalls, type AuditLogCalls } from './audit-log.js';
import type { CallOptions } from './call-options.js';
import { createDiscountCodeCalls, type DiscountCodeCalls } from './discount-codes.js';
import { createMemberCalls, type MemberCalls } from './members.js';
import { createModuleCalls, type ModuleCalls } from './modules.js';
import { createRedemptionCalls, type RedemptionCalls } from './redemptions.js';
import { createSessionCalls, type SessionCalls } from './session.js';
import { createStatsCalls, type StatsCalls } from './stats.js';
import { connect, type ConnectionOptions } from './transport.js';
import { createWebhookCalls, type WebhookCalls } from './webhooks.js';
import { createWorkspaceCalls, type WorkspaceCalls } from './workspace.js';

export type { ApiKeyCalls } from './api-keys.js';
export type { AuditLogCalls, AuditLogQuery } from './audit-log.js';
export type { CreateDiscountCode, DiscountCodeQuery, PatchDiscountCode } from './discount-codes.js';
export { HematError } from './hemat-error.js';
export type { PatchWorkspace } from './workspace.js';

/** Where the service is, and for whom it is asked. */
export interface ManagementClientOptions extends ConnectionOptions {
  /** Id of the workspace that a call is about, read anew for every call; null: the session's own choice. */
  readonly workspace: () => string | null;
}

/** The service as a signed-in member manages it from the service's own pages. */
export interface ManagementClient {
  readonly discountCodes: DiscountCodeCalls;
  readonly redemptions: RedemptionCalls;
  readonly workspace: WorkspaceCalls;
  readonly apiKeys: ApiKeyCalls;
  readonly modules: ModuleCalls;
  readonly auditLog: AuditLogCalls;
  readonly members: MemberCalls;
  readonly stats: StatsCalls;
  readonly webhooks: WebhookCalls;
  /** About the person, whatever the workspace. */
  readonly session: SessionCalls;
  /** The snippet for the storefront of this workspace (slug or id). */
  embed(workspace: string, options?: CallOptions): Promise<EmbedAnswer>;
}

/** A client that the browser's session cookie signs in; it repeats failed calls as `createClient` does. */
export function createManagementClient(options: ManagementClientOptions): ManagementClient {
  const { workspace, ...connection } = options;
  const transport = connect(connection, {
    credentials: 'same-origin',
    headers: () => {
      const id = workspace();
      return id === null ? {} : { 'hemat-workspace': id };
    },
  });
  return {
    discountCodes: createDiscountCodeCalls(transport),
    redemptions: createRedemptionCalls(transport),
    workspace: createWorkspaceCalls(transport),
    apiKeys: createApiKeyCalls(transport),
    modules: createModuleCalls(transport),
    auditLog: createAuditLogCalls(transport),
    members: createMemberCalls(transport),
    stats: createStatsCalls(transport),
    webhooks: createWebhookCalls(transport),
    session: createSessionCalls(transport),
    embed: (slug, call) => transport.get('embed', { workspace: slug }, call),
  };
}
