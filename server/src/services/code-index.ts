import {
  listBatchesDone,
  listCanonicalKeys,
  listStringKeys,
} from '../storage/repositories/canonical-keys.js';
import type { Reader } from '../storage/storage.js';

/** The keys of one workspace's codes and one-time strings, and up to where they were read. */
export interface CodeIndex {
  readonly keys: Set<string>;
  /** The last code that was read. */
  place: { createdAt: number; id: string };
  /** Up to which place each batch of strings was read. */
  readonly places: Map<string, number>;
}

/** Where to read, and how many keys are too many. */
export interface FollowOptions {
  readonly reader: Reader;
  readonly workspaceId: string;
  readonly mostKeys: number;
}

const pageSize = 5_000;
/** For clocks of other processes that are behind. */
const overlapMs = 60_000;

/** Reads what came since the last time; stops where there are too many keys. */
export async function followCodes(index: CodeIndex, options: FollowOptions): Promise<void> {
  await followReusable(index, options);
  await followStrings(index, options);
}

async function followReusable(index: CodeIndex, options: FollowOptions): Promise<void> {
  const { reader, workspaceId, mostKeys } = options;
  const { createdAt } = index.place;
  let place = { createdAt: createdAt - overlapMs, id: '' };
  for (;;) {
    const rows = await listCanonicalKeys(reader, { workspaceId, ...place, limit: pageSize });
    for (const row of rows) index.keys.add(row.canonical_key);
    const last = rows.at(-1);
    if (last !== undefined) place = { createdAt: last.created_at, id: last.id };
    if (rows.length < pageSize || index.keys.size > mostKeys) break;
  }
  if (place.createdAt > createdAt) index.place = place;
}

async function followStrings({ keys, places }: CodeIndex, options: FollowOptions): Promise<void> {
  const { reader, workspaceId, mostKeys } = options;
  for (const { discount_code_id: batch, done } of await listBatchesDone(reader, { workspaceId })) {
    let after = places.get(batch) ?? 0;
    while (after < done && keys.size <= mostKeys) {
      const page = { workspaceId, discountCodeId: batch, after, limit: pageSize };
      const rows = await listStringKeys(reader, page);
      for (const row of rows) keys.add(row.canonical_key);
      after = rows.at(-1)?.position ?? done;
      places.set(batch, after);
    }
  }
}
