import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { CustomerRepository } from './customers/customer-repository.js';
import { isLanguage, languages, type Language } from './locales/language.js';
import { messages } from './locales/messages.js';
import { newOrderId, newSecretId } from './new-id.js';
import type { Page, PageElements } from './pages/page.js';
import type { Session, SessionRepository } from './sessions/session-repository.js';
import { emptyCart, priceCart } from './shop/cart.js';

/** One request's visitor, as the routes see it. */
export interface Visit {
  readonly language: Language;
  readonly session: Session;
  /** What every page knows of this visit, as it stands now. */
  page(): Promise<Page>;
  /** Stores a change of the visit; the first one of a new visitor sets the cookie. */
  save(change: Partial<Omit<Session, 'id'>>): void;
}

/** What stands beside each request. */
export interface ShopEnv {
  Variables: { visit: Visit };
}

/** What a visit is made from. */
export interface VisitDeps {
  readonly sessions: SessionRepository;
  readonly customers: CustomerRepository;
  /** What the elements are told, for this customer (null: a guest). */
  readonly describeElements: (customerId: string | null) => Promise<PageElements>;
  /** Epoch ms. */
  readonly now: () => number;
}

/** How long a visit is remembered, seconds. */
export const visitSeconds = 30 * 24 * 3600;

/** Puts the visit beside each request. */
export function recogniseVisit(deps: VisitDeps) {
  return createMiddleware<ShopEnv>(async (c, next) => {
    c.set('visit', startVisit(deps, c));
    await next();
  });
}

/** Remembers the language of a visitor. */
export function rememberLanguage(c: Context, language: Language): void {
  setCookie(c, 'language', language, cookieOptions(c));
}

function startVisit(deps: VisitDeps, c: Context<ShopEnv>): Visit {
  const known = getCookie(c, 'visit');
  let session = (known && deps.sessions.find(known)) || newSession();
  const asked = getCookie(c, 'language');
  const language = isLanguage(asked) ? asked : languages[0];
  return {
    language,
    get session() {
      return session;
    },
    save: (change) => {
      session = { ...session, ...change };
      deps.sessions.save(session, deps.now());
      if (session.id !== known) setCookie(c, 'visit', session.id, cookieOptions(c));
    },
    page: async () => ({
      language,
      messages: messages[language],
      path: pathOf(c),
      cartCount: priceCart(session.cart).itemCount,
      signedInAs: session.customerId && (deps.customers.find(session.customerId)?.email ?? null),
      elements: await deps.describeElements(session.customerId),
    }),
  };
}

function newSession(): Session {
  return {
    id: newSecretId('visit'),
    cart: emptyCart,
    draft: { name: '', email: '', address: '', code: '' },
    orderId: newOrderId(),
    customerId: null,
  };
}

/** Where a language switch leads back to: this page, or the cart where this page only answers a form. */
function pathOf(c: Context): string {
  if (c.req.method !== 'GET') return '/cart';
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

function cookieOptions(c: Context) {
  const secure = new URL(c.req.url).protocol === 'https:';
  return { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: visitSeconds, secure } as const;
}
