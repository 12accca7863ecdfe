import { touchApiKey } from '../../storage/repositories/api-keys.js';
import type { Storage } from '../../storage/storage.js';
import type { KnownKey } from './known-key.js';

/** When each key was last used, gathered in memory and written together. */
export interface KeyUseStamps {
  /** Notes a use at this moment. */
  note(key: KnownKey): void;
  /** Writes what was noted since the last time, all keys in one write. */
  flush(): Promise<void>;
}

/** Stamps over a storage; `now` is epoch ms. */
export function createKeyUseStamps(storage: Pick<Storage, 'write'>, now: () => number): KeyUseStamps {
  let uses = new Map<string, { readonly key: KnownKey; readonly at: number }>();
  return {
    note: (key) => {
      uses.set(key.id, { key, at: now() });
    },
    flush: async () => {
      if (uses.size === 0) return;
      // In one order in every process, so that none waits for another in a circle.
      const noted = [...uses.values()].sort((a, b) => (a.key.id < b.key.id ? -1 : 1));
      uses = new Map();
      await storage.write(async (tx) => {
        for (const { key, at } of noted) await touchApiKey(tx, key.workspaceId, key.id, at);
      });
    },
  };
}
