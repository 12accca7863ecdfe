import type { WebhookAttempt } from '@hemat/shared/schemas';

type Failure = NonNullable<WebhookAttempt['failure']>;

const byCode: Readonly<Record<string, Failure>> = {
  ADDRESS_NOT_ALLOWED: 'ADDRESS_NOT_ALLOWED',
  ENOTFOUND: 'NAME_NOT_FOUND',
  EAI_AGAIN: 'NAME_NOT_FOUND',
};

/** Why a request got no answer, out of Node's error: a code for people to look up, nothing of what the network said. */
export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = byCode[code];
  if (known !== undefined) return known;
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO)/.test(code)) return 'TLS_FAILED';
  // The agent's own refusal carries no code.
  if (error instanceof Error && error.message.includes('is not allowed')) return 'ADDRESS_NOT_ALLOWED';
  return 'CONNECTION_FAILED';
}
