import type { Cart } from '../shop/cart.js';
import type { Database } from '../storage/database.js';

/** What the shopper has typed into the order form so far. */
export interface Draft {
  readonly name: string;
  readonly email: string;
  readonly address: string;
  /** As typed; several are parted by commas. */
  readonly code: string;
}

/** One shopper's visit. */
export interface Session {
  readonly id: string;
  readonly cart: Cart;
  readonly draft: Draft;
  /** The id the next order of this visit will have: sending the same form twice makes one order. */
  readonly orderId: string;
  /** Signed in as. */
  readonly customerId: string | null;
}

/** The visits as they are stored. */
export interface SessionRepository {
  find(id: string): Session | undefined;
  save(session: Session, now: number): void;
  remove(id: string): void;
  /** Forgets visits not touched since `before` (epoch ms). */
  forgetOlderThan(before: number): void;
}

interface SessionRow {
  id: string;
  cart: string;
  draft: string;
  order_id: string;
  customer_id: string | null;
}

/** The repository over an open database. */
export function createSessionRepository(database: Database): SessionRepository {
  const find = database.prepare<[string], SessionRow>('SELECT * FROM sessions WHERE id = ?');
  const save = database.prepare(
    `INSERT INTO sessions (id, cart, draft, order_id, customer_id, updated_at)
     VALUES (@id, @cart, @draft, @orderId, @customerId, @now)
     ON CONFLICT (id) DO UPDATE SET cart = excluded.cart, draft = excluded.draft, order_id = excluded.order_id,
       customer_id = excluded.customer_id, updated_at = excluded.updated_at`,
  );
  const remove = database.prepare<[string]>('DELETE FROM sessions WHERE id = ?');
  const forget = database.prepare<[number]>('DELETE FROM sessions WHERE updated_at < ?');
  return {
    find: (id) => {
      const row = find.get(id);
      return row && toSession(row);
    },
    save: (session, now) => {
      const { cart, draft } = session;
      save.run({ ...session, cart: JSON.stringify(cart), draft: JSON.stringify(draft), now });
    },
    remove: (id) => void remove.run(id),
    forgetOlderThan: (before) => void forget.run(before),
  };
}

function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    // Only `save` above writes these two columns.
    cart: JSON.parse(row.cart) as Cart,
    draft: JSON.parse(row.draft) as Draft,
    orderId: row.order_id,
    customerId: row.customer_id,
  };
}
