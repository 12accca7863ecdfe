import type { z } from 'zod';
import { CliError } from './cli-error.js';

/** Holds what was typed to a schema of the wire. Throws a `CliError` that names each option at fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new CliError(`Some options cannot be used:\n${faults.join('\n')}`);
}
