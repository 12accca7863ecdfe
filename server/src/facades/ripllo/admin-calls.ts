import type { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../../http/call.js';
import { perform } from '../../http/perform.js';
import type { CallDeps } from '../../services/deps.js';
import { loadAccount } from '../../services/partners/load-account.js';
import { provisionAccount, type NewAccount } from '../../services/partners/provision-account.js';
import { sumUsage } from '../../services/partners/sum-usage.js';
import type { ForjioDoor } from '../forjio/code-calls.js';
import { pathPart, serve } from '../serve.js';
import { withBody, withQuery } from '../with-body.js';

const partner = z.string().min(1).max(50);
const accountBody = z.object({
  accountId: z.string().regex(/^acc_[A-Za-z0-9_-]{1,50}$/, 'is not an account id such as acc_01J…'),
  partner,
  discountRate: z.number().min(0).max(100),
  brandName: z.string().min(1).max(100).nullish(),
  businessEmail: z.email().max(200).nullish(),
});
const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const usageQuery = z.object({ partner, from: instant.optional(), to: instant.optional() });

/** What a partner does about its accounts, with a platform key. */
export function adminCalls(app: Hono<AppEnv>, door: ForjioDoor): void {
  const admit = door.admit(['platform:admin'], false);
  serve(
    app,
    'POST /admin/workspaces',
    admit,
    withBody(accountBody, (c, { brandName = null, businessEmail = null, ...body }) =>
      perform(c, (deps) => makeAccount(deps, { ...body, brandName, businessEmail }), {
        status: () => door.createdStatus,
        severalWrites: true,
      }),
    ),
  );
  serve(app, 'GET /admin/workspaces/:accountId', admit, (c) =>
    perform(c, (deps) => showAccount(deps, pathPart(c, 'accountId'))),
  );
  serve(
    app,
    'GET /admin/partner/usage',
    admit,
    withQuery(usageQuery, (c, query) =>
      perform(c, (deps) => sumUsage(deps, query), {
        present: (rows) => ({
          partner: query.partner,
          accounts: rows.map((row) => ({
            accountId: row.workspace_id,
            currency: row.currency,
            redemptions: row.redemptions,
            discountAmount: row.discount_amount,
            discountShipping: row.shipping_discount,
            feeAmount: row.fee_amount,
          })),
        }),
      }),
    ),
  );
}

async function makeAccount(deps: CallDeps, account: NewAccount) {
  const made = await provisionAccount(deps, account);
  return made.ok ? showAccount(deps, account.accountId) : made;
}

async function showAccount(deps: CallDeps, accountId: string) {
  const found = await loadAccount(deps, accountId);
  if (!found.ok) return found;
  const { discount_rate, brand_name, business_email, created_at } = found.value;
  return {
    ok: true as const,
    value: {
      accountId,
      partner: found.value.partner,
      // Written as a JSON number.
      discountRate: JSON.parse(discount_rate) as number,
      brandName: brand_name,
      businessEmail: business_email,
      createdAt: new Date(created_at).toISOString(),
    },
  };
}
