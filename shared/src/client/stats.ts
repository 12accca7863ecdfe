import type { z } from 'zod';
import type { CodeTotalsList } from '../schemas/code-totals.js';
import type { Stats, statsQuery } from '../schemas/stats.js';
import type { CallOptions } from './call-options.js';
import type { Transport } from './transport.js';

/** Which days, and in which steps. */
export type StatsQuery = z.input<typeof statsQuery>;

/** What codes have brought. Every call throws HematError. */
export interface StatsCalls {
  /** By the day the payment was counted; `NOT_FOUND` where the workspace has no such code. */
  ofCode(id: string, query?: StatsQuery, options?: CallOptions): Promise<Stats>;
  /** What up to 100 codes have given away since they were made. */
  totals(ids: readonly string[], options?: CallOptions): Promise<CodeTotalsList>;
}

/** The calls on stats. */
export function createStatsCalls(transport: Transport): StatsCalls {
  return {
    ofCode: (id, query = {}, options) =>
      transport.get(`discount-codes/${encodeURIComponent(id)}/stats`, { ...query }, options),
    totals: (ids, options) => transport.get('stats/discount-codes', { ids }, options),
  };
}
