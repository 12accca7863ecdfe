import { GrowingFile } from './growing-file.js';
import type { DiskEvent } from './trace-disk.js';

/** Files by path. */
export type Disk = ReadonlyMap<string, Buffer>;

/** A number from 0 to below 1. */
export type Random = () => number;

type Change = Extract<DiskEvent, { kind: 'write' | 'truncate' }>;

interface File {
  /** What a loss of power leaves. */
  readonly durable: GrowingFile;
  /** What was done since and may be lost, in part, in any order. */
  pending: Change[];
  /** Whether its entry in the folder may be lost, or may come back. */
  entry: 'kept' | 'created' | 'unlinked';
}

const sector = 512;
const always = () => true;

/**
 * What a disk may hold when power goes after the first `count` events: all that was synced, and of the rest what `random`
 * leaves, sector by sector.
 */
export function diskAfterPowerLoss(
  before: Disk,
  events: readonly DiskEvent[],
  count: number,
  random: Random,
): Disk {
  const files = new Map<string, File>();
  for (const [path, content] of before) {
    files.set(path, { durable: new GrowingFile(content), pending: [], entry: 'kept' });
  }
  for (const event of events.slice(0, count)) apply(files, event);
  // Some losses of power take everything that was on its way, some nothing, most something.
  const [all, nothing] = [random() < 0.3, random() < 0.1];
  const survives = () => !all && (nothing || random() < 0.5);
  const disk = new Map<string, Buffer>();
  for (const [path, { durable, pending, entry }] of files) {
    if (entry === 'created' && !survives()) continue;
    if (entry === 'unlinked' && survives()) continue;
    for (const change of pending) store(durable, change, survives);
    disk.set(path, durable.content());
  }
  return disk;
}

function apply(files: Map<string, File>, event: DiskEvent): void {
  if (event.kind === 'told') return;
  const file = files.get(event.path);
  switch (event.kind) {
    case 'create':
      if (file?.entry === 'unlinked') throw new Error('a file that is made anew in one trace');
      if (file !== undefined) return;
      files.set(event.path, { durable: new GrowingFile(), pending: [], entry: 'created' });
      return;
    case 'unlink':
      if (file?.entry === 'created') files.delete(event.path);
      else if (file !== undefined) file.entry = 'unlinked';
      return;
    case 'sync':
      if (file === undefined) syncFolder(files, event.path);
      else syncFile(file);
      return;
    default:
      if (file === undefined) throw new Error(`${event.path} is written before it is made`);
      file.pending.push(event);
  }
}

function syncFile(file: File): void {
  for (const change of file.pending) store(file.durable, change, always);
  file.pending = [];
}

function syncFolder(files: Map<string, File>, folder: string): void {
  for (const [path, file] of files) {
    if (!path.startsWith(`${folder}/`)) continue;
    if (file.entry === 'unlinked') files.delete(path);
    else file.entry = 'kept';
  }
}

/** Stores as much of a change as survives. */
function store(file: GrowingFile, change: Change, survives: () => boolean): void {
  if (change.kind === 'truncate') {
    if (survives()) file.truncate(change.size);
    return;
  }
  const { at, data } = change;
  let from = 0;
  while (from < data.length) {
    const next = from + sector - ((at + from) % sector);
    if (survives()) file.write(at + from, data.subarray(from, next));
    from = next;
  }
}
