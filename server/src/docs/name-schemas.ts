import { zodToOpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { problemDocument } from '../http/described-answers.js';
import * as schemas from '@hemat/shared/schemas';

const named = {
  ApiKey: schemas.apiKey,
  AppliedAnswer: schemas.appliedAnswer,
  AuditEntry: schemas.auditEntry,
  CreateApiKey: schemas.createApiKeyInput,
  CreateDiscountCode: schemas.createDiscountCodeInput,
  CreateWorkspace: schemas.createWorkspaceInput,
  DiscountCode: schemas.discountCode,
  Invitation: schemas.invitation,
  Lock: schemas.lockInput,
  LockAnswer: schemas.lockAnswer,
  Member: schemas.member,
  Membership: schemas.membership,
  Meta: schemas.meta,
  Missing: schemas.missing,
  ImportReport: schemas.importReport,
  OneTimeString: schemas.oneTimeString,
  SimulateAnswer: schemas.simulateAnswer,
  Stats: schemas.stats,
  PatchDiscountCode: schemas.patchDiscountCodeInput,
  PatchWorkspace: schemas.patchWorkspaceInput,
  Problem: problemDocument,
  PublicValidate: schemas.publicValidateInput,
  Redeem: schemas.redeemInput,
  RedeemAnswer: schemas.redeemAnswer,
  Redemption: schemas.redemption,
  RefusedAnswer: schemas.refusedAnswer,
  Session: schemas.session,
  TeaserItem: schemas.teaserItem,
  Terms: schemas.terms,
  Validate: schemas.validateInput,
  ValidateAnswer: schemas.validateAnswer,
  WebhookAttempt: schemas.webhookAttempt,
  WebhookEndpoint: schemas.webhookEndpoint,
  WebhookEvent: schemas.webhookEvent,
  WebhookEventDetail: schemas.webhookEventDetail,
  Workspace: schemas.workspace,
};

/** Gives the messages of the wire their names in the description, so that each is written once. */
export function nameSchemas(): void {
  for (const [refId, schema] of Object.entries(named)) {
    // In place: `.openapi()` would name a copy that no other message holds.
    zodToOpenAPIRegistry.add(schema, { _internal: { refId } });
  }
}
