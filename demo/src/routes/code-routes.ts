import { HematError, type HematClient } from '@hemat/shared/client';
import type { DiscountCode } from '@hemat/shared/schemas';
import { Hono } from 'hono';
import { codesPage } from '../pages/codes-page.js';
import { seededCodes } from '../seed/seeded-codes.js';
import { emptyCart } from '../shop/cart.js';
import { textOf } from '../shop/cart-form.js';
import type { ShopDeps } from '../shop-deps.js';
import type { ShopEnv } from '../visit.js';

/** `GET /codes`: what to try; `POST /codes/try` fills the cart that shows a code and enters it. */
export function codeRoutes({ client }: ShopDeps) {
  return new Hono<ShopEnv>()
    .get('/codes', async (c) => {
      const live = await listLive(client);
      return c.html(await codesPage(await c.var.visit.page(), { seeded: seededCodes, live }));
    })
    .post('/codes/try', async (c) => {
      const { visit } = c.var;
      const code = textOf(await c.req.formData(), 'code');
      const seeded = seededCodes.find((one) => one.code === code);
      if (seeded === undefined) return c.notFound();
      const { cart: quantities, region = emptyCart.region } = seeded;
      visit.save({ cart: { quantities, region }, draft: { ...visit.session.draft, code: '' } });
      return c.redirect(`/cart?discount=${encodeURIComponent(seeded.code)}`, 303);
    });
}

async function listLive(client: HematClient): Promise<ReadonlyMap<string, DiscountCode> | null> {
  try {
    const { items } = await client.discountCodes.list({ limit: 100 });
    return new Map(items.map((item) => [item.code ?? item.id, item]));
  } catch (error) {
    if (error instanceof HematError) return null;
    throw error;
  }
}
