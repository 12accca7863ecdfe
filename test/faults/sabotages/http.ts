import { sabotage, type Sabotage } from './sabotage.js';

const http = 'server/src/http';
const services = 'server/src/services';
const test = (name: string) => `test/http/${name}.test.ts`;

/** Who may do what, how often, and what they are told. */
export const httpSabotages: readonly Sabotage[] = [
  sabotage(
    'a media type without a body is refused',
    ['server/src/http/parse-body.ts', "if (text === '') return next();", ''],
    'test/facades/every-door.test.ts',
  ),
  {
    breaks: 'the kept answer is written after the effect, in a write of its own',
    edits: [
      {
        file: `${services}/once/run-in-one-write.ts`,
        from: 'await keep(tx, deps, once, answer);\n      kept = { outcome: result, answer };',
        to: '',
      },
    ],
    tests: ['test/faults/kill-at-points.test.ts'],
    only: 'after the commit',
  },
  sabotage(
    'a key answers another request',
    [`${services}/once/kept-answer.ts`, 'row.request_hash !== key.requestHash', 'row.request_hash === ""'],
    test('idempotency'),
  ),
  sabotage(
    'an answer is kept for ever',
    [`${services}/once/kept-answer.ts`, '|| row.expires_at <= deps.now()', ''],
    test('idempotency'),
  ),
  sabotage(
    'a secret is kept as it is',
    [
      `${services}/once/kept-answer.ts`,
      'isSecret ? sealedMark + sealSecret(body, sealFor(deps, key), deps.randomBytes) : body',
      'body',
    ],
    test('idempotency'),
  ),
  sabotage(
    'two calls run under one key',
    [`${services}/run-once.ts`, 'if (deps.inFlight.has(name)) return inUse;', ''],
    test('idempotency'),
  ),
  sabotage(
    'a nonce is taken twice',
    [`${http}/verify-signed-request.ts`, 'return isNew ? done(key)', 'return isNew || key ? done(key)'],
    test('signed-requests'),
  ),
  sabotage(
    'a body need not fit its digest',
    [`${http}/verify-signed-request.ts`, ' || !fitsDigest(c, body)', ''],
    test('signed-requests'),
  ),
  sabotage(
    'a signature lasts for hours',
    [`${http}/verify-signed-request.ts`, 'toleranceSeconds = 300', 'toleranceSeconds = 30_000'],
    test('signed-requests'),
  ),
  sabotage(
    'a key may do what it has no scope for',
    [`${http}/authenticate.ts`, 'return scopes.some((scope) => key.scopes.has(scope));', 'return true;'],
    test('keys'),
  ),
  sabotage(
    'a secret key works from a web page',
    [`${http}/authenticate.ts`, "read.kind === 'bearer' && origin !== undefined", 'origin === ""'],
    test('keys'),
  ),
  sabotage(
    'anybody acts on behalf of a partner’s account',
    [
      `${http}/authenticate.ts`,
      "if (onBehalfOf !== undefined && !key.scopes.has('platform:admin')) return refused({ code: 'FORBIDDEN' });",
      '',
    ],
    test('keys'),
  ),
  sabotage(
    'a mistyped key is looked up',
    [
      `${services}/keys/key-text.ts`,
      'if (checkOf(text.slice(0, split)) !== text.slice(split)) return null;',
      '',
    ],
    test('keys'),
  ),
  sabotage(
    'a revoked key is still known',
    [`${services}/revoke-api-key.ts`, 'deps.directory.forget();', ''],
    test('keys'),
  ),
  sabotage(
    'a member may do everything',
    [`${http}/authenticate.ts`, 'roleScopes[member.role].has(scope)', 'scope !== member.role'],
    'test/http/members/roles.test.ts',
  ),
  sabotage(
    'another site’s page acts for who has signed in',
    [
      `${http}/authenticate-member.ts`,
      "if (!isFromOwnPage(c)) return refused({ code: 'ORIGIN_NOT_ALLOWED' });",
      '',
    ],
    'test/http/sessions/own-pages.test.ts',
  ),
  sabotage(
    'every origin may read',
    [`${http}/is-allowed-origin.ts`, 'if (allowed.length === 0) return true;', 'return true;'],
    test('cors'),
  ),
  sabotage(
    'a wildcard is for any ending',
    [
      `${http}/is-allowed-origin.ts`,
      'return /^[a-z0-9-]+(\\.[a-z0-9-]+)*$/.test(label);',
      'return label !== "";',
    ],
    test('cors'),
  ),
  sabotage(
    'an IPv6 subscriber has 2^64 buckets',
    [`${http}/client-ip.ts`, "address.kind() === 'ipv4') return ip", 'address !== null) return ip'],
    test('rate-limits'),
  ),
  sabotage(
    'anybody says from where they ask',
    [`${http}/client-ip.ts`, 'if (trusted.length === 0 || !isIn(socket, trusted)) return socket;', ''],
    test('rate-limits'),
  ),
  sabotage(
    'guessing never ends',
    [`${http}/limits.ts`, 'const blocks = blockSeconds > 0 &&', 'const blocks = blockSeconds < 0 &&'],
    test('rate-limits'),
  ),
  sabotage(
    'guesses are looked up under attack',
    [
      `${http}/judge-for-shopper.ts`,
      'const guessed = limits === null ?',
      'const guessed = limits !== undefined ?',
    ],
    test('rate-limits'),
  ),
  sabotage(
    'a guesser is told that a code exists',
    [`${http}/judge-for-shopper.ts`, 'isGeneric || isOver ? hideReason(verdict) : verdict', 'verdict'],
    test('storefront'),
  ),
  sabotage(
    'secrets stand in the log',
    [`${http}/create-log.ts`, ".replace(secretText, '$1[secret]')", ''],
    test('operations'),
  ),
  sabotage(
    'a page keeps what has changed',
    [`${http}/perform-cacheable.ts`, '.slice(0, 27)', '.slice(0, 0)'],
    test('storefront'),
  ),
  sabotage(
    'the module can not be switched off',
    [`${http}/admit-key.ts`, 'needsModule && !caller.workspace.marketingEnabled', 'false'],
    test('workspace'),
  ),
  sabotage(
    'a name may stand twice in a body',
    [`${http}/read-json.ts`, 'found.members !== countMembers(text)', 'found.members < 0'],
    test('bad-input'),
  ),
  sabotage(
    'a body may be nested 200 levels deep',
    [`${http}/read-json.ts`, 'mostLevels = 20;', 'mostLevels = 200;'],
    test('bad-input'),
  ),
  sabotage(
    'a body may have 640 KB',
    [`${http}/limit-body.ts`, 'mostBodyBytes = 64 * 1024', 'mostBodyBytes = 640 * 1024'],
    test('bad-input'),
  ),
  sabotage(
    'a code can be renamed',
    [
      `${services}/patch-discount-code.ts`,
      "if (patch.code != null && patch.code !== row.code) return fixed('code');",
      '',
    ],
    test('discount-codes'),
  ),
];
