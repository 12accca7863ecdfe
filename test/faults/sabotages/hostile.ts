import { sabotage, type Sabotage } from './sabotage.js';

const http = 'server/src/http';
const services = 'server/src/services';
const ledger = `${services}/ledger`;
const model = 'test/model/state-machine.test.ts';
const fuzzer = 'test/fuzz/fuzz.test.ts';

/** Sequences, input and guessing that nobody has thought of one by one. */
export const hostileSabotages: readonly Sabotage[] = [
  sabotage(
    'a hold lives a millisecond too long',
    [`${ledger}/expire-hold.ts`, 'row.hold_expires_at <= now', 'row.hold_expires_at < now'],
    model,
  ),
  sabotage(
    'a lock’s total counts a code whose hold ran out',
    [`${services}/lock-order.ts`, 'locked.length === lockedRows(locked).length &&', ''],
    'test/contract/lock.test.ts',
    model,
  ),
  sabotage(
    'the customer’s cap speaks before the total’s',
    [`${ledger}/apply-changes.ts`, 'full = move;', 'full ??= move;'],
    'test/contract/limit-policies.test.ts',
    model,
  ),
  sabotage(
    'a second lock forgets the codes of the first',
    [
      `${ledger}/lock-anew.ts`,
      'if (kept.every(({ key }) => named.has(key))) return [...asked];',
      'if (kept.length >= 0) return [...asked];',
    ],
    model,
  ),
  sabotage(
    'an answer leaves out what its description promises',
    [`${services}/present-redemption.ts`, 'useRestored: row.use_restored === 1,', ''],
    fuzzer,
  ),
  sabotage(
    'a refusal sends back what it refused',
    [
      `${http}/faults-of.ts`,
      ': `is not ${article(issue.expected)}`',
      ': `${String(issue.input)} is not ${article(issue.expected)}`',
    ],
    fuzzer,
  ),
  sabotage(
    'the log holds the path that was asked for',
    [`${http}/begin-call.ts`, "matchedRoutes(c).at(-1)?.path ?? '*'", 'c.req.path'],
    'test/abuse/canary-secrets.test.ts',
  ),
  sabotage(
    'an address with a NUL is looked up',
    [`${http}/refuse-nul.ts`, "!c.req.url.includes('%00')", "!c.req.url.includes('%00%00')"],
    'test/http/bad-input.test.ts',
  ),
  sabotage(
    'a refusal names ten thousand faults',
    [`${services}/refuse-invalid.ts`, '.slice(0, most.faults)', ''],
    'test/http/bad-input.test.ts',
  ),
  sabotage(
    'the time of a hidden answer tells what was looked up',
    [`${http}/judge-for-shopper.ts`, 'if (isGeneric && isMiss) await hideDuration(startedAt);', ''],
    'test/abuse/generic-reasons.test.ts',
  ),
  sabotage(
    'only an unknown code counts as a miss where reasons are hidden',
    [`${http}/judge-for-shopper.ts`, 'isUnknown || (isGeneric && isTelling(verdict))', 'isUnknown'],
    'test/abuse/generic-reasons.test.ts',
  ),
  sabotage(
    'one-time codes do not work while somebody guesses',
    [`${services}/code-index.ts`, 'await followStrings(index, options);', ''],
    'test/http/rate-limits.test.ts',
  ),
  sabotage(
    'a signed token has many spellings',
    [
      `${services}/signed-token.ts`,
      "given.toString('base64url') !== mac",
      "given.toString('base64url') === ''",
    ],
    `${services}/signed-token.test.ts`,
  ),
];
