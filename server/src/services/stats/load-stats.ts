import type { Stats, StatsQuery } from '@hemat/shared/schemas';
import { listDaySums, type DaySums } from '../../storage/repositories/daily-stats.js';
import { findDiscountCodeById } from '../../storage/repositories/discount-codes.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { localDay, shiftDay } from './local-day.js';
import { periodsOf } from './periods-of.js';
import { sumOf } from './sum-of.js';

const defaultDays = 30;
/** Three years, a leap day among them. */
const mostDays = 3 * 365 + 1;

/** What a code has brought, or with no `id` all codes together; `NOT_FOUND` where the workspace has no such code. */
export async function loadStats(
  deps: CallDeps,
  query: StatsQuery & { readonly id?: string },
): Promise<Outcome<Stats>> {
  const { storage, workspace } = deps;
  const span = spanOf(deps, query);
  if (span === null) {
    const message = 'does not come after from, or is more than three years later';
    return refuseInvalid([{ path: ['to'], code: 'custom', message }]);
  }
  const { id } = query;
  if (id !== undefined && (await findDiscountCodeById(storage.reader, workspace.id, id)) === undefined) {
    return refused({ code: 'NOT_FOUND' });
  }
  const days = await listDaySums(storage.reader, {
    workspaceId: workspace.id,
    discountCodeId: id ?? null,
    ...span,
  });
  return done(statsOf(deps, query, span, days));
}

interface Span {
  readonly from: string;
  readonly to: string;
}

function spanOf({ now, workspace: { timeZone } }: CallDeps, query: StatsQuery): Span | null {
  // The end of a span is exclusive where it is a moment.
  const dayOf = (given: string, shift: number) =>
    given.length === 'YYYY-MM-DD'.length ? given : localDay(Date.parse(given) + shift, timeZone);
  const to = query.to === undefined ? localDay(now(), timeZone) : dayOf(query.to, -1);
  const from = query.from === undefined ? shiftDay(to, 1 - defaultDays) : dayOf(query.from, 0);
  return from <= to && shiftDay(from, mostDays) > to ? { from, to } : null;
}

function statsOf(
  { workspace }: CallDeps,
  { currency = workspace.defaultCurrency, interval }: StatsQuery,
  span: Span,
  days: readonly DaySums[],
): Stats {
  const own = days.filter((day) => day.currency === currency);
  const periods = periodsOf(span, interval, own);
  return {
    currency,
    timeZone: workspace.timeZone,
    interval,
    ...span,
    totals: sumOf(own),
    points: periods.map(({ period, days: ofPeriod }) => ({ period, ...sumOf(ofPeriod) })),
    otherCurrencies: [...new Set(days.map((day) => day.currency))].filter((other) => other !== currency),
  };
}
