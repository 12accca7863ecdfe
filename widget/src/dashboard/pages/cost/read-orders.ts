import Papa from 'papaparse';
import { OrderReader, readHeader, type PastOrder } from './past-order.js';

/** How a file is read. */
export interface ReadOrders {
  /** Of rows that name none. */
  readonly currency: string;
  /** Hears of each batch of orders, and of how much of the file is read, 0 … 1. */
  readonly take: (orders: readonly PastOrder[], share: number) => void;
  readonly signal: AbortSignal;
}

/** What came of a file. */
export type ReadResult =
  | { readonly ok: true; readonly skipped: number }
  /** `NO_AMOUNT`: no column holds an amount; `UNREADABLE`: it is no table. */
  | { readonly ok: false; readonly fault: 'NO_AMOUNT' | 'UNREADABLE' };

const chunkBytes = 512 * 1024;

/** Reads a CSV file of orders piece by piece, so that a large one never stands in memory nor holds up the page. */
export function readOrders(file: File, { currency, take, signal }: ReadOrders): Promise<ReadResult> {
  return new Promise((settle) => {
    let reader: OrderReader | null = null;
    let batch: PastOrder[] = [];
    Papa.parse<string[]>(file, {
      skipEmptyLines: 'greedy',
      chunkSize: chunkBytes,
      chunk: ({ data, meta }, parser) => {
        if (signal.aborted) return parser.abort();
        if (reader === null) {
          const header = readHeader(data.shift() ?? []);
          if (header === null) {
            settle({ ok: false, fault: 'NO_AMOUNT' });
            return parser.abort();
          }
          reader = new OrderReader(header, currency, (order) => batch.push(order));
        }
        for (const row of data) reader.add(row);
        const read = batch;
        batch = [];
        take(read, file.size === 0 ? 1 : meta.cursor / file.size);
      },
      complete: () => {
        reader?.end();
        if (batch.length > 0) take(batch, 1);
        settle({ ok: true, skipped: reader?.skipped ?? 0 });
      },
      error: () => settle({ ok: false, fault: 'UNREADABLE' }),
    });
  });
}
