import type { CreateWorkspaceAnswer } from '@hemat/shared/schemas';
import { insertPartnerAccount } from '../../storage/repositories/partner-accounts.js';
import type { Actor, Deps } from '../deps.js';
import type { Outcome } from '../outcome.js';
import { provisionWorkspace } from '../provision-workspace.js';

/** An account that a partner brings. */
export interface NewAccount {
  /** `acc_…`. */
  readonly accountId: string;
  readonly partner: string;
  /** The partner's own rebate, kept for its reports. */
  readonly discountRate: number;
  readonly brandName: string | null;
  readonly businessEmail: string | null;
}

/** Makes the account's workspace and keeps what the partner says of it; the same account again changes nothing. */
export async function provisionAccount(
  deps: Deps & { readonly actor: Actor },
  account: NewAccount,
): Promise<Outcome<CreateWorkspaceAnswer>> {
  const { accountId, partner, discountRate, brandName, businessEmail } = account;
  const made = await provisionWorkspace(deps, {
    id: accountId,
    slug: slugOf(accountId),
    ...(brandName !== null && { name: brandName }),
  });
  if (!made.ok) return made;
  await deps.storage.write((tx) =>
    insertPartnerAccount(tx, {
      workspace_id: accountId,
      partner,
      discount_rate: JSON.stringify(discountRate),
      brand_name: brandName,
      business_email: businessEmail,
      created_at: deps.now(),
    }),
  );
  return made;
}

/** A partner names no slug: the account's id in the letters of one. */
function slugOf(accountId: string): string {
  return accountId
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
