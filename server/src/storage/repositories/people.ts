import type { AuthUsersTable } from '../member-tables.js';
import type { Reader, WriteTransaction } from '../storage.js';

/** A person to make, with a password that has been hashed. */
export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly accountId: string;
  readonly passwordHash: string;
  /** Epoch ms. */
  readonly now: number;
}

export function findPerson(db: Reader, id: string): Promise<AuthUsersTable | undefined> {
  return db.selectFrom('auth_users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** `email` in lower case. */
export function findPersonByEmail(db: Reader, email: string): Promise<AuthUsersTable | undefined> {
  return db.selectFrom('auth_users').selectAll().where('email', '=', email).executeTakeFirst();
}

/** False where the e-mail address is taken. */
export async function insertPerson(tx: WriteTransaction, person: NewPerson): Promise<boolean> {
  const { id, email, name, accountId, passwordHash, now } = person;
  const times = { created_at: now, updated_at: now };
  const inserted = await tx
    .insertInto('auth_users')
    .values({ id, email, name, email_verified: 0, image: null, ...times })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  await tx
    .insertInto('auth_accounts')
    .values({
      id: accountId,
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      password: passwordHash,
      ...times,
    })
    .execute();
  return true;
}

/** Takes sessions and single-use tokens away that are over. */
export async function purgeSessions(tx: WriteTransaction, now: number): Promise<void> {
  await tx.deleteFrom('auth_sessions').where('expires_at', '<', now).execute();
  await tx.deleteFrom('auth_verifications').where('expires_at', '<', now).execute();
}
