import { sql, type Kysely } from 'kysely';

/** Finds what a member did; keys do most, and pay nothing for it. */
export async function createAuditOfMembers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('audit_log_by_member')
    .on('audit_log')
    .columns(['workspace_id', 'actor_id', 'id'])
    .where(sql.ref('actor_kind'), '=', sql.lit('member'))
    .execute();
}
