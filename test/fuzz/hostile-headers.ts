import fc from 'fast-check';
import { canary, canarySecret } from './hostile.js';

/** Who asks: with an admin's, a partner's or a browser's key, from the dashboard, with a secret of nobody, or with none. */
export type Credential = 'admin' | 'partner' | 'publishable' | 'page' | 'stranger' | 'nobody';

const credential = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Credential>('admin') },
  { weight: 2, arbitrary: fc.constant<Credential>('partner') },
  { weight: 4, arbitrary: fc.constant<Credential>('page') },
  { weight: 1, arbitrary: fc.constantFrom<Credential>('publishable', 'stranger', 'nobody') },
);

type Header = readonly [name: string, value: string];

const odd = fc.constantFrom<Header>(
  ['accept', 'application/problem+json'],
  ['accept', 'text/html'],
  ['accept', 'text/csv'],
  ['accept', canary],
  ['accept-language', 'id'],
  ['accept-language', `${'x-'.repeat(500)};q=9`],
  ['accept-language', canary],
  ['idempotency-key', 'once'],
  ['idempotency-key', canary],
  ['idempotency-key', ''],
  ['idempotency-key', 'x'.repeat(300)],
  ['idempotency-key', '\xff'],
  ['origin', 'https://shop.example'],
  ['origin', 'null'],
  ['origin', canary],
  ['if-none-match', '*'],
  ['if-none-match', `"${canary}"`],
  ['hemat-on-behalf-of', `acc_${canary}`],
  ['hemat-on-behalf-of', 'acc_fuzz1'],
  ['hemat-on-behalf-of', ''],
  ['hemat-workspace', canary],
  ['content-type', 'text/plain'],
  ['content-type', 'application/json;charset=utf-16'],
  ['content-type', canary],
  ['content-type', 'multipart/form-data'],
  ['content-encoding', 'gzip'],
  ['content-length', '99999999'],
  ['content-length', canary],
  ['authorization', 'Bearer'],
  ['authorization', `Basic ${canary}`],
  ['authorization', 'Bearer \xff'],
  ['authorization', `Bearer ${canarySecret}`],
  ['x-forwarded-for', `${canary}, 1.1.1.1`],
  ['x-request-id', canary],
  ['cookie', `__Host-hemat=${canarySecret}`],
  ['signature', `sig1=:${canary}:`],
  ['signature-input', `sig1=("@method");created=1;keyid="${canary}"`],
  ['user-agent', canary],
  ['referer', `https://shop.example/?key=${canarySecret}`],
  ['sec-fetch-site', 'cross-site'],
);

/** Who asks, and what headers stand beside their secret: mostly what belongs there, now and then what does not. */
export function headersFor(
  type: string,
): fc.Arbitrary<{ readonly credential: Credential; readonly headers: Readonly<Record<string, string>> }> {
  const more = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(odd, { minLength: 1, maxLength: 2 }) },
  );
  return fc.tuple(credential, more).map(([who, headers]) => ({
    credential: who,
    headers: {
      'content-type': type,
      ...(who === 'page' && { 'sec-fetch-site': 'same-origin' }),
      ...Object.fromEntries(headers),
    },
  }));
}
