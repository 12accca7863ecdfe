import type { Dialect, Stamp } from '../../http/render.js';
import { nameRefusal, type RefusalTable } from '../refusal-table.js';

/** A page of a list: its rows as `data`, and where it stands in `meta`, in both forms that these systems' clients read. */
export class Listed {
  constructor(
    readonly data: unknown,
    readonly page: { readonly limit: number; readonly nextCursor: string | null; readonly hasMore: boolean },
  ) {}
}

/** The envelope that Ripllo, Storlaunch and Serront share, with one of them's names for errors. */
export function forjioDialect(table: RefusalTable): Dialect {
  return {
    writeData: (call, data) =>
      data instanceof Listed ? write(call, data.data, null, listMeta(data)) : write(call, data, null, {}),
    writeRefusal: (call, refusal, style) => {
      const { status, error } = nameRefusal(table, call, refusal, style);
      return { status, body: write(call, null, error, {}) };
    },
  };
}

/** An envelope. */
export function write(
  { requestId, at }: Pick<Stamp, 'requestId' | 'at'>,
  data: unknown,
  error: object | null,
  meta: object,
): string {
  return JSON.stringify({
    data,
    error,
    meta: { requestId, timestamp: new Date(at).toISOString(), ...meta },
  });
}

function listMeta({ page }: Listed): object {
  return { cursor: page.nextCursor, hasMore: page.hasMore, page };
}
