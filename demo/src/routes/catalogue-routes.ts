import { Hono } from 'hono';
import { cataloguePage } from '../pages/catalogue-page.js';
import { catalogue } from '../shop/catalogue.js';
import { priceCart } from '../shop/cart.js';
import type { ShopEnv } from '../visit.js';

/** `GET /`: the front page. */
export function catalogueRoutes() {
  return new Hono<ShopEnv>().get('/', async (c) => {
    const { visit } = c.var;
    const { cart } = visit.session;
    return c.html(
      await cataloguePage(await visit.page(), { products: catalogue, cart, priced: priceCart(cart) }),
    );
  });
}
