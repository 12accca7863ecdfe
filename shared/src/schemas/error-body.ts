import { z } from 'zod';

/** The `error` of the envelope. `field` names the faulty field; a value that was sent is never echoed. */
export const errorBody = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  details: z.unknown().optional(),
});
export type ErrorBody = z.infer<typeof errorBody>;

/** Every answer's `meta`. */
export const meta = z.object({ requestId: z.string(), timestamp: z.string() });
export type Meta = z.infer<typeof meta>;
