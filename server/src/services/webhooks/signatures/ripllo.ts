import { createHmac } from 'node:crypto';
import { toRiplloType } from './ripllo-event-types.js';
import type { SignatureScheme } from './signature-scheme.js';

/** As Ripllo's clients verify it: `t=<unix>,v1=<hex>` with HMAC-SHA256 over `t.body`, one `v1` a secret. */
export const signRipllo: SignatureScheme = ({ event, secrets, now }) => {
  const timestamp = Math.floor(now / 1000);
  const body = JSON.stringify({
    id: event.id,
    type: toRiplloType(event.type),
    occurredAt: new Date(event.created_at).toISOString(),
    accountId: event.workspace_id,
    // Written by us as an object.
    data: JSON.parse(event.data) as unknown,
    metadata: {},
  });
  const signatures = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  );
  return { body, headers: { 'ripllo-signature': [`t=${timestamp}`, ...signatures].join(',') } };
};
