import { createClient } from '@hemat/shared/client';
import { createApp } from './app.js';
import type { Config } from './config.js';
import { createCustomerRepository } from './customers/customer-repository.js';
import { createElementsDescriber } from './describe-elements.js';
import { createOrderRepository } from './orders/order-repository.js';
import { createRefundRepository } from './orders/refund-repository.js';
import { createPaymentRepository } from './payments/payment-repository.js';
import { loadWebhookSecret } from './payments/webhook-secret.js';
import { createOutboxWorker } from './retry/outbox-worker.js';
import { createTaskRepository } from './retry/task-repository.js';
import { createSessionRepository } from './sessions/session-repository.js';
import { openDatabase } from './storage/database.js';
import { visitSeconds } from './visit.js';

/** How long a shopper waits for the service to hear of a payment, ms; what takes longer goes on in the outbox. */
const patienceMs = 2500;

/** The shop with its database open and its outbox at rest. */
export function openShop(config: Config, assetsFolder: string) {
  const now = () => Date.now();
  const report = (error: unknown) => console.error(error);
  const { endpoint, secretKey } = config;
  const database = openDatabase(config.dataFolder);
  const tasks = createTaskRepository(database);
  const sessions = createSessionRepository(database);
  const outbox = createOutboxWorker({
    tasks,
    client: createClient({ endpoint, secretKey, timeoutMs: 5000, retry: { limit: 0 } }),
    now,
    random: Math.random,
    report,
  });
  const app = createApp({
    database,
    orders: createOrderRepository(database),
    payments: createPaymentRepository(database),
    refunds: createRefundRepository(database),
    customers: createCustomerRepository(database),
    tasks,
    sessions,
    client: createClient({ endpoint, secretKey, timeoutMs: 4000, retry: { limit: 1 } }),
    tellService: () => Promise.race([outbox.run(), patience()]),
    describeElements: createElementsDescriber(config, now),
    webhookSecret: loadWebhookSecret(config.dataFolder),
    serviceOrigin: new URL(endpoint).origin,
    assetsFolder,
    report,
    now,
  });
  sessions.forgetOlderThan(now() - visitSeconds * 1000);
  return {
    app,
    outbox,
    close: async () => {
      await outbox.stop();
      database.close();
    },
  };
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
}
