import { createHash, createHmac } from 'node:crypto';
import type { Ask, TestService } from './test-service.js';

/** What to sign, and where to stray from the profile. */
export interface SignPlan {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  /** Seconds; negative: in the future. */
  readonly createdAgo?: number;
  readonly nonce?: string;
  readonly covers?: readonly string[];
  readonly algorithm?: string;
  /** The account a partner acts for; covered unless `covers` leaves it out. */
  readonly onBehalfOf?: string;
}

let nonces = 0;

/** Signs a request by RFC 9421, section 2.5, with nothing but a hash function. */
export function signRequest(
  { now }: Pick<TestService, 'now'>,
  key: { readonly keyId: string; readonly secret: string },
  plan: SignPlan,
): Ask {
  const { method = 'GET', path, body, createdAgo = 0, algorithm = 'hmac-sha256' } = plan;
  const digest = `sha-256=:${createHash('sha256')
    .update(body ?? '')
    .digest('base64')}:`;
  const url = new URL(path, 'http://localhost');
  const components: Readonly<Record<string, string>> = {
    '@method': method,
    '@target-uri': url.href,
    '@path': url.pathname,
    '@query': url.search,
    'content-digest': digest,
    'hemat-on-behalf-of': plan.onBehalfOf ?? '',
  };
  const covers = plan.covers ?? [
    '@method',
    '@target-uri',
    ...(body === undefined ? [] : ['content-digest']),
    ...(plan.onBehalfOf === undefined ? [] : ['hemat-on-behalf-of']),
  ];
  const created = Math.floor(now() / 1000) - createdAgo;
  const nonce = plan.nonce ?? `a-nonce-${(nonces += 1)}`;
  const parameters = `(${covers.map((name) => `"${name}"`).join(' ')});created=${created};keyid="${key.keyId}";alg="${algorithm}";nonce="${nonce}"`;
  const base = [
    ...covers.map((name) => `"${name}": ${components[name]}`),
    `"@signature-params": ${parameters}`,
  ].join('\n');
  return {
    key: null,
    ...(body !== undefined && { body }),
    headers: {
      'signature-input': `sig1=${parameters}`,
      signature: `sig1=:${createHmac('sha256', key.secret).update(base).digest('base64')}:`,
      ...(plan.onBehalfOf !== undefined && { 'hemat-on-behalf-of': plan.onBehalfOf }),
      ...(body !== undefined && { 'content-digest': digest, 'content-type': 'application/json' }),
    },
  };
}
