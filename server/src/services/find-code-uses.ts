import { findCodeFacts } from '../storage/repositories/code-facts.js';
import { askedCode } from './asked-codes.js';
import type { CallDeps } from './deps.js';
import { done, refused, type Outcome } from './outcome.js';

/** How often a code, or one string of a batch, was used. */
export interface CodeUses {
  readonly usesTotal: number;
  /** null: without a cap. */
  readonly maxUsesTotal: number | null;
}

/** The uses of the code that somebody typed; `NOT_FOUND` where there is none. */
export async function findCodeUses(deps: CallDeps, typed: string): Promise<Outcome<CodeUses>> {
  const { key } = askedCode(typed);
  const params = { workspaceId: deps.workspace.id, customerId: null };
  const row = key === null ? undefined : await findCodeFacts(deps.storage.reader, { ...params, key });
  if (row === undefined) return refused({ code: 'NOT_FOUND', field: 'code' });
  return done(
    row.string_key === null
      ? { usesTotal: row.uses_total, maxUsesTotal: row.max_uses_total }
      : { usesTotal: row.string_uses, maxUsesTotal: 1 },
  );
}
