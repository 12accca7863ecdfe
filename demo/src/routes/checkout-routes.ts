import { Hono, type Context } from 'hono';
import { newOrderId, newSecretId } from '../new-id.js';
import { readOrderForm } from '../orders/order-form.js';
import { placeOrder, type Placed } from '../orders/place-order.js';
import type { CartNotice } from '../pages/cart-notice.js';
import { cartPage, type CartState } from '../pages/cart-page.js';
import { confirmPage } from '../pages/confirm-page.js';
import { emptyCart, priceCart } from '../shop/cart.js';
import { readCartForm, readCodes, textOf } from '../shop/cart-form.js';
import type { ShopDeps } from '../shop-deps.js';
import type { ShopEnv, Visit } from '../visit.js';

/** `POST /orders`: the order form. Nothing that was typed is lost, however it ends. */
export function checkoutRoutes(deps: ShopDeps) {
  return new Hono<ShopEnv>().post('/orders', async (c) => {
    const { visit } = c.var;
    const form = await c.req.formData();
    const sentBefore = deps.orders.find(textOf(form, 'orderId') ?? '');
    if (sentBefore !== undefined) return c.redirect(`/orders/${sentBefore.id}?placed=1`, 303);

    visit.save(readCartForm(form, visit.session));
    const { session, language } = visit;
    const cart = priceCart(session.cart);
    if (cart.lines.length === 0) return c.redirect('/cart', 303);
    const read = readOrderForm(form);
    if (!read.ok) return c.html(await cartAgain(visit, form, { faults: read.faults }), 422);
    const total = cart.subtotal + cart.shippingAmount;
    if (textOf(form, 'seenTotal') !== String(total)) {
      return c.html(await cartAgain(visit, form, { notice: { kind: 'totalChanged', total } }), 409);
    }
    const placed = await placeOrder(deps, {
      orderId: session.orderId,
      customerId: session.customerId ?? identify(deps, read.form.email),
      form: read.form,
      cart,
      codes: form.has('withoutCode') ? [] : readCodes(form),
      quote: textOf(form, 'discountCode-quote') || null,
      language,
    });
    return answer(c, form, placed);
  });
}

function identify({ customers, now }: ShopDeps, email: string): string {
  return customers.ensure({ id: newSecretId('cus'), email }, now()).id;
}

async function answer(c: Context<ShopEnv>, form: FormData, placed: Placed): Promise<Response> {
  const { visit } = c.var;
  switch (placed.kind) {
    case 'placed': {
      const { cart, draft } = visit.session;
      visit.save({
        cart: { ...emptyCart, region: cart.region },
        draft: { ...draft, code: '' },
        orderId: newOrderId(),
      });
      return c.redirect(`/orders/${placed.order.id}?placed=1`, 303);
    }
    case 'refused': {
      const notice: CartNotice = {
        kind: 'refused',
        code: placed.code ?? readCodes(form).join(', '),
        message: placed.message,
      };
      return c.html(await cartAgain(visit, form, { notice }), 422);
    }
    case 'unavailable':
      return c.html(await cartAgain(visit, form, { notice: { kind: 'unavailable' } }), 503);
    case 'quoteChanged': {
      const { previous, current, quote } = placed;
      const fields = [...fieldsToSendAgain(form), ['discountCode-quote', quote] as const];
      return c.html(await confirmPage(await visit.page(), { previous, current, fields }), 409);
    }
  }
}

async function cartAgain(visit: Visit, form: FormData, what: Partial<Pick<CartState, 'faults' | 'notice'>>) {
  const { cart, orderId } = visit.session;
  const draft = { ...visit.session.draft, code: readCodes(form).join(', ') };
  const state = {
    cart: priceCart(cart),
    draft,
    orderId,
    faults: new Set<never>(),
    notice: null,
    check: null,
  };
  return cartPage(await visit.page(), { ...state, ...what });
}

function fieldsToSendAgain(form: FormData): (readonly [string, string])[] {
  return [...form].flatMap(([name, value]) =>
    name === 'discountCode-quote' || typeof value !== 'string' ? [] : [[name, value] as const],
  );
}
