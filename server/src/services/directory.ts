import type { Storage } from '../storage/storage.js';
import { findApiKeyBySecretHash, findSignedApiKey } from '../storage/repositories/api-keys.js';
import { findWorkspaceById, findWorkspaceBySlug } from '../storage/repositories/workspaces.js';
import type { CallDeps, Workspace } from './deps.js';
import { knownKey, type KnownKey } from './keys/known-key.js';
import { workspaceFromRow } from './workspace-from-row.js';

/** Keys and workspaces, kept in memory: every call needs one of each. */
export interface Directory {
  findKeyByHash(secretHash: string): Promise<KnownKey | undefined>;
  findSignedKey(keyId: string): Promise<KnownKey | undefined>;
  /** By id or slug. */
  findWorkspace(idOrSlug: string): Promise<Workspace | undefined>;
  /** Forgets everything: called after each write that changed a key or a workspace. */
  forget(): void;
}

/** What a verb needs that changes keys or workspaces. */
export interface DirectoryDeps extends CallDeps {
  readonly directory: Directory;
}

export interface DirectoryOptions {
  readonly storage: Pick<Storage, 'reader'>;
  /** Epoch ms. */
  readonly now: () => number;
  /**
   * How long an entry may be older than the database, ms: another process's changes are seen within it, this one's at once.
   * Default 2000.
   */
  readonly maxAgeMs?: number;
  /** Default 10,000. */
  readonly maxEntries?: number;
}

/** A directory over a storage. Only what exists is kept, so a new key or workspace works at once. */
export function createDirectory(options: DirectoryOptions): Directory {
  const { storage, now, maxAgeMs = 2_000, maxEntries = 10_000 } = options;
  const entries = new Map<string, { readonly value: KnownKey | Workspace; readonly until: number }>();
  let generation = 0;

  async function load<Value extends KnownKey | Workspace>(
    name: string,
    read: () => Promise<Value | undefined>,
  ): Promise<Value | undefined> {
    const entry = entries.get(name);
    // An entry's name says which of the two it is.
    if (entry !== undefined && entry.until > now()) return entry.value as Value;
    const begun = generation;
    const value = await read();
    // What was read before a change must not outlive it.
    if (value === undefined || begun !== generation) return value;
    if (entries.size >= maxEntries) entries.clear();
    entries.set(name, { value, until: now() + maxAgeMs });
    return value;
  }

  return {
    findKeyByHash: (secretHash) =>
      load(`key ${secretHash}`, async () => known(await findApiKeyBySecretHash(storage.reader, secretHash))),
    findSignedKey: (keyId) =>
      load(`signed ${keyId}`, async () => known(await findSignedApiKey(storage.reader, keyId))),
    findWorkspace: (idOrSlug) =>
      load(`workspace ${idOrSlug}`, async () => {
        const { reader } = storage;
        // An id has an underscore, a slug none.
        const find = idOrSlug.includes('_') ? findWorkspaceById : findWorkspaceBySlug;
        const row = await find(reader, idOrSlug);
        return row && workspaceFromRow(row);
      }),
    forget: () => {
      generation += 1;
      entries.clear();
    },
  };
}

function known(row: Parameters<typeof knownKey>[0] | undefined): KnownKey | undefined {
  return row && knownKey(row);
}
