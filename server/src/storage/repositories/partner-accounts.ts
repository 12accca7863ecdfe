import { sql } from 'kysely';
import { columns, statement } from '../statement.js';
import type { PartnerAccountsTable } from '../partner-tables.js';
import type { Reader, WriteTransaction } from '../storage.js';

/** What one account of a partner did in a period, in one currency; amounts in minor units. */
export interface PartnerUsageRow {
  readonly workspace_id: string;
  readonly currency: string;
  readonly redemptions: number;
  readonly discount_amount: number;
  readonly shipping_discount: number;
  readonly fee_amount: number;
}

const insert = statement((db, row: PartnerAccountsTable) =>
  db
    .insertInto('partner_accounts')
    .values(
      columns(row, [
        'workspace_id',
        'partner',
        'discount_rate',
        'brand_name',
        'business_email',
        'created_at',
      ]),
    )
    .onConflict((conflict) => conflict.doNothing()),
);

const byWorkspace = statement((db, params: { workspaceId: string }) =>
  db.selectFrom('partner_accounts').selectAll().where('workspace_id', '=', params.workspaceId),
);

/** Keeps what was said first. */
export async function insertPartnerAccount(tx: WriteTransaction, row: PartnerAccountsTable): Promise<void> {
  await insert.run(tx, row);
}

export function findPartnerAccount(
  db: Reader,
  workspaceId: string,
): Promise<PartnerAccountsTable | undefined> {
  return byWorkspace.find(db, { workspaceId });
}

/** The uses that stand of every account of a partner, by account and currency; `from` inclusive, `to` exclusive, epoch ms. */
export async function listPartnerUsage(
  db: Reader,
  { partner, from, to }: { readonly partner: string; readonly from: number; readonly to: number },
): Promise<PartnerUsageRow[]> {
  const sum = (column: 'discount_amount' | 'shipping_discount' | 'fee_amount') =>
    sql<number>`cast(sum(${sql.ref(`redemptions.${column}`)}) as bigint)`.as(column);
  const rows = await db
    .selectFrom('partner_accounts')
    .innerJoin('redemptions', 'redemptions.workspace_id', 'partner_accounts.workspace_id')
    .select(['redemptions.workspace_id', 'redemptions.currency'])
    .select([
      sql<number>`count(*)`.as('redemptions'),
      sum('discount_amount'),
      sum('shipping_discount'),
      sum('fee_amount'),
    ])
    .where('partner', '=', partner)
    .where('redemptions.status', '=', 'redeemed')
    .where('redeemed_at', '>=', from)
    .where('redeemed_at', '<', to)
    .groupBy(['redemptions.workspace_id', 'redemptions.currency'])
    .orderBy('redemptions.workspace_id')
    .orderBy('redemptions.currency')
    .execute();
  return rows.map((row) => ({ ...row, redemptions: Number(row.redemptions) }));
}
