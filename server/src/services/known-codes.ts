import type { Storage } from '../storage/storage.js';
import { followCodes, type CodeIndex } from './code-index.js';

/** Which codes a workspace has, told from memory, for when somebody guesses many. */
export interface KnownCodes {
  /** Whether a code with this canonical key may exist; a guess costs no read, however often it is made. */
  mayExist(workspaceId: string, key: string): Promise<boolean>;
}

/** What is known of one workspace. */
interface Index extends CodeIndex {
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
const mostWorkspaces = 50;

/** The codes and one-time strings of workspaces that were asked about, read once and then followed; a new one is known within a second. */
export function createKnownCodes({ storage, now, mostKeys = 200_000 }: KnownCodesOptions): KnownCodes {
  const indexes = new Map<string, Index>();

  function indexOf(workspaceId: string): Index {
    const known = indexes.get(workspaceId);
    if (known !== undefined) return known;
    const [oldest] = indexes.keys();
    if (indexes.size >= mostWorkspaces && oldest !== undefined) indexes.delete(oldest);
    const index: Index = {
      keys: new Set(),
      place: { createdAt: 0, id: '' },
      places: new Map(),
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
        index.looking = followCodes(index, { reader: storage.reader, workspaceId, mostKeys }).finally(() => {
          index.looking = null;
        });
      }
      await index.looking;
      return index.keys.has(key) || index.keys.size > mostKeys;
    },
  };
}
