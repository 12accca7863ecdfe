import type { HematClient } from '@hemat/shared/client';
import type { CustomerRepository } from './customers/customer-repository.js';
import type { OrderRepository } from './orders/order-repository.js';
import type { RefundRepository } from './orders/refund-repository.js';
import type { PaymentRepository } from './payments/payment-repository.js';
import type { TaskRepository } from './retry/task-repository.js';
import type { Database } from './storage/database.js';

/** What the shop's verbs are given. */
export interface ShopDeps {
  /** For transactions; what is in them goes through the repositories. */
  readonly database: Database;
  readonly orders: OrderRepository;
  readonly payments: PaymentRepository;
  readonly refunds: RefundRepository;
  readonly customers: CustomerRepository;
  readonly tasks: TaskRepository;
  /** The discount service, as asked while a shopper waits: short timeouts, one repeat. */
  readonly client: HematClient;
  /** Carries out what is due in the outbox; answers when it is done, or after a moment that a shopper can wait. Never throws. */
  readonly tellService: () => Promise<void>;
  /** Epoch ms. */
  readonly now: () => number;
}
