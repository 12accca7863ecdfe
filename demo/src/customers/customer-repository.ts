import type { Database } from '../storage/database.js';

/** Someone the shop knows by an e-mail address. */
export interface Customer {
  /** `cus_…`; the only thing of a customer that the discount service hears. */
  readonly id: string;
  /** Lower case. */
  readonly email: string;
}

/** The customers as they are stored. */
export interface CustomerRepository {
  /** The customer with this address; a new one with `id` when there is none. */
  ensure(customer: Customer, now: number): Customer;
  find(id: string): Customer | undefined;
}

/** The repository over an open database. */
export function createCustomerRepository(database: Database): CustomerRepository {
  const insert = database.prepare<[string, string, number]>(
    'INSERT INTO customers (id, email, created_at) VALUES (?, ?, ?) ON CONFLICT (email) DO NOTHING',
  );
  const byEmail = database.prepare<[string], Customer>('SELECT id, email FROM customers WHERE email = ?');
  const byId = database.prepare<[string], Customer>('SELECT id, email FROM customers WHERE id = ?');
  return {
    ensure: ({ id, email }, now) => {
      const address = email.toLowerCase();
      insert.run(id, address, now);
      return byEmail.get(address) ?? { id, email: address };
    },
    find: (id) => byId.get(id),
  };
}
