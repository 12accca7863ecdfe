import { Hono } from 'hono';
import { checkCode } from '../orders/check-code.js';
import { cartPage } from '../pages/cart-page.js';
import { priceCart } from '../shop/cart.js';
import { readCartForm, splitCodes, textOf } from '../shop/cart-form.js';
import { isOwnPath } from '../shop/is-own-path.js';
import type { ShopDeps } from '../shop-deps.js';
import type { ShopEnv } from '../visit.js';

/** `GET /cart` (`?discount=CODE` enters a code, `?check=1` asks the service about the typed one) and `POST /cart`, which changes it (`?quiet=1` answers without a page). */
export function cartRoutes(deps: ShopDeps) {
  return new Hono<ShopEnv>()
    .get('/cart', async (c) => {
      const { visit } = c.var;
      const { orderId, customerId, draft } = visit.session;
      const page = await visit.page();
      const cart = priceCart(visit.session.cart);
      const code = c.req.query('discount') ?? draft.code;
      const codes = splitCodes(code);
      const question = { codes, cart, customerId, language: visit.language };
      const check = c.req.query('check') && codes.length > 0 ? await checkCode(deps, question) : null;
      const filledIn = { ...draft, code, email: draft.email || (page.signedInAs ?? '') };
      return c.html(
        await cartPage(page, { cart, draft: filledIn, orderId, faults: new Set(), notice: null, check }),
      );
    })
    .post('/cart', async (c) => {
      const form = await c.req.formData();
      c.var.visit.save(readCartForm(form, c.var.visit.session));
      if (c.req.query('quiet')) return c.body(null, 204);
      const target = form.has('check') ? '/cart?check=1' : (textOf(form, 'back') ?? '/cart');
      return c.redirect(isOwnPath(target) ? target : '/cart', 303);
    });
}
