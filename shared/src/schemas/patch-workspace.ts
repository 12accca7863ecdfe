import { z } from 'zod';
import { workspaceFields, workspacePlan } from './workspace-fields.js';

/** `PATCH /v1/workspace`: only what is named changes. The slug stays, as storefronts carry it; `plan` and `moduleFeeBasisPoints` are the partner's to change. */
export const patchWorkspaceInput = z.strictObject({
  ...workspaceFields,
  plan: workspacePlan.nullish(),
  /** Of the net total of each discounted order; 30 = 0.3 %. */
  moduleFeeBasisPoints: z.int().min(0).max(10_000).nullish(),
});
export type PatchWorkspaceInput = z.infer<typeof patchWorkspaceInput>;
