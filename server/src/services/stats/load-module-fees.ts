import type { ModuleFees, ModuleFeesQuery } from '@hemat/shared/schemas';
import { listDaySums, type DaySums } from '../../storage/repositories/daily-stats.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';
import { localDay } from './local-day.js';

/** What the Marketing module costs in a month, each currency apart. */
export async function loadModuleFees(deps: CallDeps, query: ModuleFeesQuery): Promise<Outcome<ModuleFees>> {
  const { storage, workspace, now } = deps;
  const month = query.month ?? localDay(now(), workspace.timeZone).slice(0, 'YYYY-MM'.length);
  const days = await listDaySums(storage.reader, {
    workspaceId: workspace.id,
    discountCodeId: null,
    from: `${month}-01`,
    to: `${month}-31`,
  });
  return done({ month, timeZone: workspace.timeZone, fees: feesOf(days) });
}

function feesOf(days: readonly DaySums[]): ModuleFees['fees'] {
  const fees = new Map<string, ModuleFees['fees'][number]>();
  for (const { currency, fee_orders, fee_base, fee_amount } of days) {
    const { orders, netRevenue, feeAmount } = fees.get(currency) ?? {
      orders: 0,
      netRevenue: 0,
      feeAmount: 0,
    };
    fees.set(currency, {
      currency,
      orders: orders + fee_orders,
      netRevenue: netRevenue + fee_base,
      feeAmount: feeAmount + fee_amount,
    });
  }
  return [...fees.values()].filter(({ orders }) => orders > 0);
}
