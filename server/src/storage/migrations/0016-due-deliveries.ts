import { sql, type Kysely } from 'kysely';

/** What is due in every workspace, so that a look at how far sending is behind costs no more than what is due. */
export async function indexDueDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('webhook_deliveries_due_anywhere')
    .on('webhook_deliveries')
    .columns(['due_at'])
    .where(sql.ref('status'), '=', sql.lit('pending'))
    .execute();
}
