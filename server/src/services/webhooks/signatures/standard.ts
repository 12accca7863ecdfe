import { createHmac } from 'node:crypto';
import type { SignatureScheme } from './signature-scheme.js';

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, one signature a secret (standardwebhooks.com). */
export const signStandard: SignatureScheme = ({ event, secrets, now }) => {
  const timestamp = Math.floor(now / 1000);
  const body = JSON.stringify({
    id: event.id,
    type: event.type,
    timestamp: new Date(event.created_at).toISOString(),
    workspaceId: event.workspace_id,
    // Written by us as an object.
    data: JSON.parse(event.data) as unknown,
  });
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${event.id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    body,
    headers: {
      'webhook-id': event.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures.join(' '),
    },
  };
};
