import { sabotage, type Sabotage } from './sabotage.js';

const services = 'server/src/services';
const repositories = 'server/src/storage/repositories';
const counters = `${repositories}/counters.ts`;
const contract = (name: string) => `test/contract/${name}.test.ts`;

/** Every use is counted once, within its caps, with its trace. */
export const ledgerSabotages: readonly Sabotage[] = [
  sabotage(
    'a code’s counter is not guarded',
    [
      counters,
      ".where('discount_code_id', '=', params.discountCodeId)\n    .where(sql`uses_total + holds_total + ${params.uses} + ${params.holds}`, '<=', params.cap)",
      ".where('discount_code_id', '=', params.discountCodeId)",
    ],
    contract('limit-policies'),
    contract('redeem'),
  ),
  sabotage(
    'a customer’s counter is not guarded',
    [
      counters,
      'sql`customer_usage.uses_total + customer_usage.holds_total + ${params.uses} + ${params.holds}`',
      'sql`0`',
    ],
    contract('redeem'),
  ),
  sabotage(
    'what a customer has used is not looked at',
    [`${services}/read-facts.ts`, 'row.max_uses_per_customer,', 'null,'],
    'test/http/every-reason.test.ts',
  ),
  sabotage(
    'an order’s own hold counts against it',
    [`${services}/read-facts.ts`, 'row.holds_total - ownHolds.length', 'row.holds_total'],
    contract('limit-policies'),
  ),
  sabotage(
    'a hold that ran out is not freed',
    [
      `${services}/ledger/expire-hold.ts`,
      'for (const move of movesBetween(before, next)) await',
      'for (const move of movesBetween(before, before)) await',
    ],
    contract('limit-policies'),
  ),
  sabotage(
    'a hold lasts for ever',
    [`${services}/ledger/expire-hold.ts`, 'row.hold_expires_at <= now', 'row.hold_expires_at < 0 * now'],
    contract('limit-policies'),
  ),
  sabotage(
    'a use that was given back still counts',
    [
      `${services}/ledger/slots.ts`,
      "(row.status === 'reversed' && row.use_restored === 0)",
      "row.status === 'reversed'",
    ],
    contract('reverse'),
  ),
  sabotage(
    'a use that was kept is forgotten',
    [`${services}/ledger/slots.ts`, "|| (row.status === 'reversed' && row.use_restored === 0)", ''],
    contract('reverse'),
  ),
  sabotage(
    'a counter moves by what a row is, not by what changed',
    [`${services}/ledger/slots.ts`, 'holds: taken.holds - given.holds', 'holds: taken.holds'],
    contract('limit-policies'),
  ),
  sabotage(
    'an older lock comes back',
    [`${services}/ledger/order-rows.ts`, ' && locked_at === newest', ''],
    contract('limit-policies'),
  ),
  sabotage(
    'a changed amount is locked without a word',
    [`${services}/ledger/lock-anew.ts`, 'if (changed) return', 'if (changed === undefined) return'],
    contract('lock'),
  ),
  sabotage(
    'a forged quote is taken',
    [`${services}/signed-token.ts`, ' || !timingSafeEqual(given, expected)', ''],
    contract('lock'),
  ),
  sabotage(
    'a paid order is paid again',
    [
      `${services}/redeem-order.ts`,
      'if (paid.length > 0) return replay',
      'if (paid.length < 0) return replay',
    ],
    contract('redeem'),
  ),
  sabotage(
    'an order can be redeemed at another amount',
    [`${services}/redeem-order.ts`, 'return isOtherAmount ||', 'return'],
    contract('redeem'),
  ),
  sabotage(
    'a code of another workspace is found',
    [
      `${repositories}/code-facts.ts`,
      ".where('discount_codes.workspace_id', '=', params.workspaceId)\n    .where('discount_codes.canonical_key'",
      ".where('discount_codes.canonical_key'",
    ],
    contract('validate'),
  ),
  sabotage(
    'nobody hears of a redemption',
    [`${services}/record-effect.ts`, 'if (event !== null) {', 'if (event === undefined) {'],
    contract('redeem'),
  ),
  sabotage(
    'the audit log misses an entry',
    [
      `${services}/record-effect.ts`,
      'await insertAuditRow(tx,',
      'if (event === null) await insertAuditRow(tx,',
    ],
    contract('redeem'),
  ),
  sabotage(
    'one order and code can have two rows',
    [
      'server/src/storage/migrations/0003-ledger.ts',
      "unique: { redemptions_once: ['workspace_id', 'external_ref', 'external_source', 'code'] },",
      '',
    ],
    'test/races/one-row-an-order.test.ts',
  ),
  sabotage(
    'a page shows its last row again',
    [
      `${repositories}/redemption-list.ts`,
      "rows.where('id', '<', after.id)",
      "rows.where('id', '<=', after.id)",
    ],
    contract('ledger'),
  ),
  sabotage(
    'a late payment goes over the cap of a hold that ran out',
    [`${services}/ledger/redeem-locked.ts`, "if (status === 'expired') return 'conflict';", ''],
    contract('limit-policies'),
  ),
  sabotage(
    'strict stands whatever the cap',
    [`${services}/ledger/redeem-locked.ts`, "limit_policy === 'strict' ? 'refused' : 'stands'", "'stands'"],
    contract('limit-policies'),
  ),
  sabotage(
    'drift is not found',
    [
      `${repositories}/counter-drift.ts`,
      'group by workspace_id, discount_code_id\n    having sum(uses) <> sum(expected_uses)',
      'group by workspace_id, discount_code_id\n    having sum(uses) < sum(expected_uses)',
    ],
    contract('ledger'),
  ),
];
