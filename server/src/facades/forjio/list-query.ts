import { z } from 'zod';

/** The query of a list of codes, as leniently as these systems' older clients write it: `True`, empty strings, quotes. */
export const listQuery = z.object({
  limit: z
    .string()
    .transform((text) => Math.min(Math.max(Math.trunc(Number(text)) || 50, 1), 100))
    .default(50),
  cursor: z
    .string()
    .max(500)
    .transform((text) => text || undefined)
    .optional(),
  active: z
    .string()
    .transform((text) => /^(true|1)$/i.test(text))
    .optional(),
});
export type ListQuery = z.infer<typeof listQuery>;
