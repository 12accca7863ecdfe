import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CreateDiscountCodeInput, ImportFault } from '@hemat/shared/schemas';
import {
  listDiscountCodesByKey,
  listStringKeys,
  type NewDiscountCode,
} from '../../storage/repositories/discount-code-batches.js';
import type { CallDeps } from '../deps.js';
import { newCodeRow } from '../new-code-row.js';
import type { Fault } from '../refuse-invalid.js';
import type { FileRow } from './file-row.js';
import { isUnchanged } from './is-unchanged.js';

/** What a file comes to. */
export interface JudgedFile {
  readonly rows: number;
  /** Rows that became new codes. */
  readonly created: number;
  readonly unchanged: number;
  readonly faulty: number;
  /** The first 100. */
  readonly faults: readonly ImportFault[];
}

/** Takes good rows and answers the ids of those whose keys were free to the end; `isClean`: no row before them was faulty. */
export type KeepCodes = (codes: readonly NewDiscountCode[], isClean: boolean) => Promise<ReadonlySet<string>>;

const mostRows = 100_000;
const mostFaults = 100;
const sliceSize = 500;

interface Candidate {
  readonly row: number;
  readonly code: NewDiscountCode;
}

/**
 * Reads a file to its end, and judges each row by the schema, the laws of a code, the rows before it and the codes there are; good
 * ones go to `keep`, some at a time.
 */
export async function judgeCodes(
  deps: CallDeps,
  file: AsyncIterable<FileRow>,
  keep: KeepCodes,
): Promise<JudgedFile> {
  const judge = new Judge(deps, keep);
  for await (const row of file) {
    if (judge.rows === mostRows) {
      judge.refuse(row.row, [{ path: [], code: 'too_many_rows', message: 'is one more than 100,000' }]);
      break;
    }
    judge.take(row);
    if (judge.isFull) {
      await judge.judgeSlice();
      // Reading a file never waits for anything by itself: others have their turn.
      await nextTurn();
    }
  }
  await judge.judgeSlice();
  return judge.judged();
}

class Judge {
  rows = 0;
  readonly #deps: CallDeps;
  readonly #keep: KeepCodes;
  readonly #keys = new Set<string>();
  readonly #faults: ImportFault[] = [];
  #slice: Candidate[] = [];
  #faulty = 0;
  #unchanged = 0;
  #created = 0;

  constructor(deps: CallDeps, keep: KeepCodes) {
    this.#deps = deps;
    this.#keep = keep;
  }

  get isFull(): boolean {
    return this.#slice.length >= sliceSize;
  }

  /** Puts the row into the slice that is judged next, or refuses it. */
  take(read: FileRow): void {
    this.rows += 1;
    if ('faults' in read) return this.refuse(read.row, read.faults);
    const { row: code, faults } = newCodeRow(this.#deps, read.input);
    const all = [...kindFault(read.input), ...faults];
    if (all.length > 0) return this.refuse(read.row, all);
    if (this.#keys.has(code.canonical_key)) return this.refuse(read.row, [duplicate]);
    this.#keys.add(code.canonical_key);
    this.#slice.push({ row: read.row, code: { ...code, imported_uses: read.usesBefore ?? 0 } });
  }

  refuse(row: number, faults: readonly Fault[]): void {
    this.#faulty += 1;
    for (const { path, code, message } of faults) {
      if (this.#faults.length < mostFaults) this.#faults.push({ row, field: path.join('.'), code, message });
    }
  }

  /** Compares the slice with the codes there are. */
  async judgeSlice(): Promise<void> {
    const slice = this.#slice;
    this.#slice = [];
    if (slice.length === 0) return;
    const { storage, workspace } = this.#deps;
    const keys = slice.map(({ code }) => code.canonical_key);
    const stored = await listDiscountCodesByKey(storage.reader, workspace.id, keys);
    const byKey = new Map(stored.map((code) => [code.canonical_key, code]));
    const strings = new Set(await listStringKeys(storage.reader, workspace.id, keys));
    const good: Candidate[] = [];
    for (const { row, code } of slice) {
      const there = byKey.get(code.canonical_key);
      if (there !== undefined && isUnchanged(there, code)) this.#unchanged += 1;
      else if (there !== undefined || strings.has(code.canonical_key)) this.refuse(row, [exists]);
      else good.push({ row, code });
    }
    const kept = await this.#keep(
      good.map(({ code }) => code),
      this.#faulty === 0,
    );
    this.#created += kept.size;
    // Somebody has made it in this moment.
    for (const { row, code } of good) if (!kept.has(code.id)) this.refuse(row, [exists]);
  }

  judged(): JudgedFile {
    return {
      rows: this.rows,
      created: this.#created,
      unchanged: this.#unchanged,
      faulty: this.#faulty,
      faults: [...this.#faults].sort((a, b) => a.row - b.row),
    };
  }
}

const duplicate: Fault = { path: ['code'], code: 'DUPLICATE_CODE', message: 'stands in an earlier row' };
const exists: Fault = { path: ['code'], code: 'CODE_EXISTS', message: 'is taken by another code' };

function kindFault({ kind }: CreateDiscountCodeInput): Fault[] {
  return kind === 'onetime'
    ? [
        {
          path: ['kind'],
          code: 'custom',
          message: 'cannot be onetime in a file, as its strings are generated',
        },
      ]
    : [];
}
