import { z } from 'zod';

/** The modules of a workspace and whether each is on. */
export const modules = z.object({ marketing: z.boolean(), plan: z.string() });
export type Modules = z.infer<typeof modules>;

/** `PATCH /v1/modules`. */
export const patchModulesInput = z.strictObject({ marketing: z.boolean() });
export type PatchModulesInput = z.infer<typeof patchModulesInput>;
