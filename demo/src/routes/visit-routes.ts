import { Hono } from 'hono';
import { z } from 'zod';
import { isLanguage } from '../locales/language.js';
import { newSecretId } from '../new-id.js';
import { signInPage } from '../pages/sign-in-page.js';
import { textOf } from '../shop/cart-form.js';
import { isOwnPath } from '../shop/is-own-path.js';
import type { ShopDeps } from '../shop-deps.js';
import { rememberLanguage, type ShopEnv } from '../visit.js';

/** `GET /sign-in`, `POST /sign-in`, `POST /sign-out` and `POST /language`: who visits, and how they want to be spoken to. */
export function visitRoutes({ customers, now }: ShopDeps) {
  return new Hono<ShopEnv>()
    .get('/sign-in', async (c) =>
      c.html(await signInPage(await c.var.visit.page(), { typed: '', isFaulty: false })),
    )
    .post('/sign-in', async (c) => {
      const { visit } = c.var;
      const typed = textOf(await c.req.formData(), 'email')?.trim() ?? '';
      const email = z.email().max(200).safeParse(typed);
      if (!email.success) return c.html(await signInPage(await visit.page(), { typed, isFaulty: true }), 422);
      const customer = customers.ensure({ id: newSecretId('cus'), email: email.data }, now());
      visit.save({ customerId: customer.id, draft: { ...visit.session.draft, email: customer.email } });
      return c.redirect('/cart', 303);
    })
    .post('/sign-out', (c) => {
      const { visit } = c.var;
      visit.save({ customerId: null, draft: { ...visit.session.draft, email: '' } });
      return c.redirect('/', 303);
    })
    .post('/language', async (c) => {
      const form = await c.req.formData();
      const language = textOf(form, 'language');
      if (isLanguage(language)) rememberLanguage(c, language);
      const back = textOf(form, 'back') ?? '/';
      return c.redirect(isOwnPath(back) ? back : '/', 303);
    });
}
