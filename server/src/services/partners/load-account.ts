import { findPartnerAccount } from '../../storage/repositories/partner-accounts.js';
import type { PartnerAccountsTable } from '../../storage/partner-tables.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';

/** What a partner said of an account. */
export async function loadAccount(
  { storage }: Pick<CallDeps, 'storage'>,
  accountId: string,
): Promise<Outcome<PartnerAccountsTable>> {
  const account = await findPartnerAccount(storage.reader, accountId);
  return account === undefined ? refused({ code: 'NOT_FOUND' }) : done(account);
}
