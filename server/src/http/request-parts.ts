import { z } from 'zod';

/** A typed id in the path. */
export const idParam = z.object({ id: z.string().min(1).max(100) });

/** A JSON body that must be there. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

/** A JSON body that may be left out: `{}` then. */
export const optionalJsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: false as const,
  content: { 'application/json': { schema } },
});
