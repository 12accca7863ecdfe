import { listCanonicalKeys } from '../storage/repositories/canonical-keys.js';
import type { Storage } from '../storage/storage.js';

/** Which codes a workspace has, told from memory, for when somebody guesses many. */
export interface KnownCodes {
  /** Whether a code with this canonical key may exist; a guess costs no read, however often it is made. */
  mayExist(workspaceId: string, key: string): Promise<boolean>;
}

/** What is known of one workspace. */
interface Index {
  readonly keys: Set<string>;
  /** Up to where it was read. */
  place: { createdAt: number; id: string };
  /** Epoch ms of the last look for new codes. */
  lookedAt: number;
  /** One look at a time. */
  looking: Promise<void> | null;
}

export interface KnownCodesOptions {
  readonly storage: Pick<Storage, 'reader'>;
  /** Epoch ms. */
  readonly now: () => number;
  /** Above it the database is asked after all, default 200,000 a workspace. */
  readonly mostKeys?: number;
}

const freshMs = 1_000;
const pageSize = 5_000;
const mostWorkspaces = 50;
/** For clocks of other processes that are behind. */
const overlapMs = 60_000;

/** The codes of workspaces that were asked about, read once and then followed; a new code is known within a second. */
export function createKnownCodes({ storage, now, mostKeys = 200_000 }: KnownCodesOptions): KnownCodes {
  const indexes = new Map<string, Index>();

  async function follow(workspaceId: string, index: Index): Promise<void> {
    const { createdAt } = index.place;
    let place = { createdAt: createdAt - overlapMs, id: '' };
    for (;;) {
      const rows = await listCanonicalKeys(storage.reader, { workspaceId, ...place, limit: pageSize });
      for (const row of rows) index.keys.add(row.canonical_key);
      const last = rows.at(-1);
      if (last !== undefined) place = { createdAt: last.created_at, id: last.id };
      if (rows.length < pageSize || index.keys.size > mostKeys) break;
    }
    if (place.createdAt > createdAt) index.place = place;
  }

  function indexOf(workspaceId: string): Index {
    const known = indexes.get(workspaceId);
    if (known !== undefined) return known;
    const [oldest] = indexes.keys();
    if (indexes.size >= mostWorkspaces && oldest !== undefined) indexes.delete(oldest);
    const index: Index = {
      keys: new Set(),
      place: { createdAt: 0, id: '' },
      lookedAt: -Infinity,
      looking: null,
    };
    indexes.set(workspaceId, index);
    return index;
  }

  return {
    mayExist: async (workspaceId, key) => {
      const index = indexOf(workspaceId);
      if (index.keys.has(key) || index.keys.size > mostKeys) return true;
      if (index.looking === null && index.lookedAt + freshMs <= now()) {
        index.lookedAt = now();
        index.looking = follow(workspaceId, index).finally(() => {
          index.looking = null;
        });
      }
      await index.looking;
      return index.keys.has(key) || index.keys.size > mostKeys;
    },
  };
}
