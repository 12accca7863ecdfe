import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secret that the payment gateway signs with: made once, kept in `folder`, readable by its owner only. */
export function loadWebhookSecret(folder: string): string {
  const path = join(folder, 'webhook-secret');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}
