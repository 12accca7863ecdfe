import { quote, type RefusedQuote } from '@hemat/shared';
import type { LockAnswer } from '@hemat/shared/schemas';
import type { CodeFactsRow } from '../../storage/repositories/code-facts.js';
import { setOrderContent } from '../../storage/repositories/orders.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import { askedCode, type AskedCode } from '../asked-codes.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { readFacts, type FactsRead } from '../read-facts.js';
import { applyChanges, type CountedChange } from './apply-changes.js';
import { lockAnswer, type LockAttempt } from './lock-attempt.js';
import { discounted, type OpenOrder } from './open-order.js';
import { haveEach, lockedRows } from './order-rows.js';
import { quoteChange } from './quote-change.js';
import { quotedRow, type QuotedOrder } from './quoted-row.js';
import { refuseQuote } from './refuse-quote.js';

/** Quotes the codes that are asked for together with those the order has locked, and locks them all at today's figures. */
export async function lockAnew(
  deps: CallDeps,
  tx: WriteTransaction,
  { order, rows }: OpenOrder,
  attempt: LockAttempt,
): Promise<Outcome<LockAnswer>> {
  const { key, cart, content, shown } = attempt;
  const now = deps.now();
  const locked = lockedRows(rows);
  const codes = together(locked, attempt.asked);
  const customerId = attempt.customerId ?? order.customer_id;
  const customer = { id: customerId, isNew: attempt.isNew };
  const read = await readFacts(deps, tx, { codes, customer, now, own: locked });
  const answer = quote(cart, read.candidates, read.facts);
  if (!answer.applies) return refuseLock(attempt, codes, read, answer);
  const changed = shown && quoteChange(shown, answer, content.cart_hash);
  if (changed) return refused({ code: 'QUOTE_CHANGED', details: changed });
  const changes = lockChanges(deps, { key, customerId, cart, answer, codes: foundCodes(read), rows, now });
  await setOrderContent(tx, key, discounted(content, customerId, answer));
  const applied = await applyChanges(deps, tx, changes);
  if (!applied.ok) return applied;
  const created = changes.some(({ before }) => before?.status !== 'locked');
  return done(lockAnswer(attempt, answer, applied.value, created));
}

/** Every code of the order, each once: in the order of the call where it names them all, else the new ones after the old. */
function together(locked: readonly RedemptionsTable[], asked: readonly AskedCode[]): AskedCode[] {
  const named = new Map(asked.map((code) => [code.key, code]));
  const kept = locked.map(({ code }) => askedCode(code));
  if (kept.every(({ key }) => named.has(key))) return [...asked];
  return [
    ...kept.map((code) => named.get(code.key) ?? code),
    ...asked.filter((code) => !haveEach(locked, [code])),
  ];
}

/** An answer that applies has found a row for every code. */
function foundCodes({ rows }: FactsRead): CodeFactsRow[] {
  return rows.filter((row) => row !== undefined);
}

function lockChanges(deps: CallDeps, order: QuotedOrder): CountedChange[] {
  const { codes, now } = order;
  return codes.map((code, position) => {
    const { before, row } = quotedRow(deps, order, position);
    const holdEnd = code.limit_policy === 'hold' ? now + code.hold_minutes * 60_000 : null;
    const next: RedemptionsTable = { ...row, status: 'locked', locked_at: now, hold_expires_at: holdEnd };
    return { before, next, caps: code, whenFull: 'refused' };
  });
}

/** Codes that would go together, but not with what the order has, meet a discounted order. */
function refuseLock(
  { asked, cart }: LockAttempt,
  codes: readonly AskedCode[],
  { candidates, facts }: FactsRead,
  refusal: RefusedQuote,
): Outcome<never> {
  if (refusal.reason === 'NOT_COMBINABLE' && codes.length > asked.length) {
    const keys = new Set(asked.map(({ key }) => key));
    const alone = quote(
      cart,
      candidates.filter((_, place) => keys.has(codes[place]?.key ?? null)),
      facts,
    );
    if (alone.applies || alone.reason !== 'NOT_COMBINABLE') {
      return refused({ code: 'ORDER_ALREADY_DISCOUNTED' });
    }
  }
  return refuseQuote(refusal, codes, candidates);
}
