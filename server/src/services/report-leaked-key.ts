import type { Deps } from './deps.js';
import type { KnownKey } from './keys/known-key.js';
import { recordEffect } from './record-effect.js';

const quietMs = 60_000;

/** When a leak of a key was last written down, epoch ms. */
const reported = new Map<string, number>();

/** Writes into the audit log that a web page sent a secret key; once a minute for each key, however often it comes. */
export async function reportLeakedKey(deps: Deps, key: KnownKey, origin: string): Promise<void> {
  const now = deps.now();
  if ((reported.get(key.id) ?? -Infinity) + quietMs > now) return;
  reported.set(key.id, now);
  await deps.storage.write((tx) =>
    recordEffect(deps, tx, {
      workspaceId: key.workspaceId,
      actor: { kind: 'api_key', id: key.id },
      event: null,
      action: 'api_key.used_in_browser',
      target: { type: 'api_key', id: key.id },
      before: null,
      after: { origin: origin.slice(0, 300) },
    }),
  );
}
