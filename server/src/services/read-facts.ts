import type { Candidate, CodeFacts, Facts, Rule } from '@hemat/shared';
import {
  findCodeFacts,
  loadRuleRow,
  type CodeFactsRow,
  type StringFacts,
} from '../storage/repositories/code-facts.js';
import { countDueHolds, listDueHoldsOfCode } from '../storage/repositories/holds.js';
import type { Reader } from '../storage/storage.js';
import type { RedemptionsTable } from '../storage/tables.js';
import type { AskedCode } from './asked-codes.js';
import type { CallDeps } from './deps.js';
import { ruleFromRow } from './rule-from-row.js';

/** Who is buying, as far as we may believe it. */
export interface Customer {
  readonly id: string | null;
  /** What the shop says; null where it does not, then our own ledger decides. */
  readonly isNew: boolean | null;
}

export interface FactsQuestion {
  readonly codes: readonly AskedCode[];
  readonly customer: Customer;
  /** Epoch ms. */
  readonly now: number;
  /** Live locks of the order that asks: a hold counts against others, never against its own order. */
  readonly own?: readonly RedemptionsTable[];
}

/** What stands behind the codes that were asked for, place by place, and what the rules need to know of the world. */
export interface FactsRead {
  readonly rows: readonly (CodeFactsRow | undefined)[];
  readonly candidates: readonly Candidate[];
  readonly facts: Facts;
}

/**
 * Reads counters and customer of each code in one read, and its rule where it is not known yet. Holds that have run out count as
 * free.
 */
export async function readFacts(
  deps: Pick<CallDeps, 'workspace'>,
  db: Reader,
  question: FactsQuestion,
): Promise<FactsRead> {
  const { workspace } = deps;
  const rows: (CodeFactsRow | undefined)[] = [];
  const candidates: Candidate[] = [];
  const codes: Record<string, CodeFacts> = {};
  for (const { typed, key } of question.codes) {
    const row =
      key === null
        ? undefined
        : await findCodeFacts(db, { workspaceId: workspace.id, key, customerId: question.customer.id });
    rows.push(row);
    candidates.push(
      row === undefined ? { unknown: typed } : await candidateOf(db, row, workspace.roundingIncrement),
    );
    // Two strings of one batch never go together: the first one's facts stand.
    if (row !== undefined) codes[row.id] ??= await factsOfRow(db, row, question);
  }
  return { rows, candidates, facts: { now: question.now, codes } };
}

/** Rules by id, version and rounding: a version never changes, so that what is kept is never old. */
const rules = new Map<string, Rule>();
const mostRules = 10_000;

/** A one-time string is its batch's rule under a code of its own. */
async function candidateOf(db: Reader, row: CodeFactsRow, roundingIncrement: number | null): Promise<Rule> {
  const rule = await ruleOf(db, row, roundingIncrement);
  return row.string_code === null ? rule : { ...rule, code: row.string_code };
}

async function ruleOf(db: Reader, row: CodeFactsRow, roundingIncrement: number | null): Promise<Rule> {
  const name = `${row.id} ${row.version} ${roundingIncrement}`;
  const known = rules.get(name);
  if (known !== undefined) return known;
  const rule = ruleFromRow(await loadRuleRow(db, row), roundingIncrement);
  if (rules.size >= mostRules) rules.clear();
  // The rule may have changed since the row was read; then it has another version.
  if (rule.version === row.version) rules.set(name, rule);
  return rule;
}

/** The same of one code whose row was read already. */
export async function factsOfRow(
  db: Reader,
  row: CodeFactsRow,
  question: Omit<FactsQuestion, 'codes'>,
): Promise<CodeFacts> {
  const { customer, own = [] } = question;
  const ownHolds = own.filter(
    (held) => held.discount_code_id === row.id && held.limit_policy === 'hold' && held.status === 'locked',
  );
  const left = {
    total: leftOf(row.max_uses_total, row.uses_total + row.holds_total - ownHolds.length),
    customer: leftOf(
      row.max_uses_per_customer,
      (row.customer_uses ?? 0) +
        (row.customer_holds ?? 0) -
        ownHolds.filter((held) => held.customer_id === customer.id).length,
    ),
  };
  const due = await dueHolds(db, row, question, left);
  const ofCode = left.total === null ? null : left.total + due.total;
  return {
    active: row.active === 1 && row.archived_at === null,
    usesLeft: row.string_key === null ? ofCode : await leftOfString(db, row, question, ofCode),
    customerKnown: customer.id !== null,
    customerUsesLeft: left.customer === null ? null : left.customer + due.ofCustomer,
    customerIsNew: customer.isNew ?? (customer.id === null ? null : (row.paid_orders ?? 0) === 0),
  };
}

function leftOf(cap: number | null, taken: number): number | null {
  return cap === null ? null : cap - taken;
}

/** A string's one use, and no more than is left of its batch. */
async function leftOfString(
  db: Reader,
  row: CodeFactsRow & StringFacts,
  { own = [], now }: Omit<FactsQuestion, 'codes'>,
  ofBatch: number | null,
): Promise<number> {
  const isOwn = own.some((held) => held.string_key === row.string_key && held.limit_policy === 'hold');
  const holds = row.string_holds - (isOwn ? 1 : 0);
  const left = 1 - row.string_uses - (holds > 0 && (await isHeld(db, row, now)) ? 1 : 0);
  return Math.min(left, ofBatch ?? left);
}

async function isHeld(db: Reader, row: CodeFactsRow & StringFacts, now: number): Promise<boolean> {
  const code = { workspaceId: row.workspace_id, discountCodeId: row.id, stringKey: row.string_key };
  return (await listDueHoldsOfCode(db, { ...code, now, limit: 1 })).length === 0;
}

/** Holds that have run out are only looked for where they would decide. */
async function dueHolds(
  db: Reader,
  row: CodeFactsRow,
  { customer, now }: Omit<FactsQuestion, 'codes'>,
  left: { readonly total: number | null; readonly customer: number | null },
): Promise<{ readonly total: number; readonly ofCustomer: number }> {
  const isFull = (left.total ?? 1) <= 0 || (left.customer ?? 1) <= 0;
  if (!isFull || row.holds_total === 0) return { total: 0, ofCustomer: 0 };
  return countDueHolds(db, {
    workspaceId: row.workspace_id,
    discountCodeId: row.id,
    customerId: customer.id,
    now,
  });
}
