import type { CallDeps } from '../../services/deps.js';
import { listDiscountCodes } from '../../services/list-discount-codes.js';
import { loadDiscountCode } from '../../services/load-discount-code.js';
import { done, type Outcome } from '../../services/outcome.js';
import { writeCursor } from '../../services/page-cursor.js';
import type { ListQuery } from './coupon-bodies.js';
import { Beside } from './mayar-dialect.js';
import { presentListed } from './present-discount.js';

/** Mayar's filters as ours: whoever is inactive there is switched off here. */
const filters = {
  active: { status: 'active' },
  inactive: { active: 'false' },
  expired: { status: 'expired' },
  upcoming: { status: 'scheduled' },
} as const;

/** A page of discounts behind the one that `startingAfter` names; where the next one starts stands beside the data. */
export async function listDiscounts(
  deps: CallDeps,
  { limit, startingAfter, status, search, productId }: ListQuery,
): Promise<Outcome<Beside>> {
  const last = startingAfter === undefined ? null : await loadDiscountCode(deps, startingAfter);
  if (last?.ok === false) return last;
  const listed = await listDiscountCodes(deps, {
    limit,
    ...(status && filters[status]),
    ...(search && { q: search }),
    ...(productId !== undefined && { productId }),
    ...(last !== null && {
      cursor: writeCursor({ createdAt: Date.parse(last.value.createdAt), id: last.value.id }),
    }),
  });
  if (!listed.ok) return listed;
  const { items, hasMore } = listed.value;
  const nextStartingAfter = hasMore ? (items.at(-1)?.id ?? null) : null;
  return done(new Beside({ coupons: items.map(presentListed) }, { hasMore, nextStartingAfter }));
}
