import { z } from 'zod';
import { workspace } from './workspace.js';
import { workspaceFields, workspacePlan, workspaceSlug } from './workspace-fields.js';

/** `POST /v1/admin/workspaces`: a partner makes a merchant's workspace. The same `accountId` again changes nothing. */
export const createWorkspaceInput = z.strictObject({
  accountId: z.string().regex(/^acc_[A-Za-z0-9_-]{1,60}$/, 'is not an account id such as acc_01J…'),
  slug: workspaceSlug,
  ...workspaceFields,
  plan: workspacePlan.nullish(),
  /** Whether the Marketing module is on from the start; on by default unless the plan is `free`. */
  marketing: z.boolean().nullish(),
});
export type CreateWorkspaceInput = z.infer<typeof createWorkspaceInput>;

/** `created` is false when the account had its workspace already. */
export const createWorkspaceAnswer = z.object({ workspace, created: z.boolean() });
export type CreateWorkspaceAnswer = z.infer<typeof createWorkspaceAnswer>;
