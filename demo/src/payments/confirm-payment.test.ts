import { createClient } from '@hemat/shared/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomerRepository } from '../customers/customer-repository.js';
import { cancelOrder } from '../orders/cancel-order.js';
import type { Order } from '../orders/order.js';
import { createOrderRepository } from '../orders/order-repository.js';
import { refundOrder } from '../orders/refund-order.js';
import { createRefundRepository } from '../orders/refund-repository.js';
import { createTaskRepository } from '../retry/task-repository.js';
import type { ShopDeps } from '../shop-deps.js';
import { openDatabase } from '../storage/database.js';
import { confirmPayment } from './confirm-payment.js';
import { createPaymentRepository } from './payment-repository.js';

const code = { code: 'HEMAT10', redemptionId: 'red_1', discountAmount: 9500, shippingDiscount: 0 };
const order: Order = {
  id: 'TK-1',
  customerId: 'cus_1',
  name: 'Pembeli',
  email: 'pembeli@example.com',
  address: 'Jl. Melati 5',
  region: 'ID-JK',
  lines: [{ productId: 'kopi-gayo', name: 'Aceh Gayo', tags: ['coffee'], quantity: 1, unitAmount: 95_000 }],
  codes: [code],
  subtotal: 95_000,
  shippingAmount: 12_000,
  discountAmount: 9500,
  shippingDiscount: 0,
  total: 97_500,
  status: 'awaiting_payment',
  createdAt: 0,
};
const paid = { orderId: order.id, amount: order.total };

let deps: ShopDeps;
beforeEach(() => {
  const database = openDatabase(':memory:');
  deps = {
    database,
    orders: createOrderRepository(database),
    payments: createPaymentRepository(database),
    refunds: createRefundRepository(database),
    customers: createCustomerRepository(database),
    tasks: createTaskRepository(database),
    client: createClient({ endpoint: 'http://127.0.0.1:1', secretKey: 'sk_test_1' }),
    tellService: () => Promise.resolve(),
    now: () => 1000,
  };
  deps.customers.ensure({ id: 'cus_1', email: order.email }, 0);
  deps.orders.insert(order);
});
const kinds = () => deps.tasks.listOfOrder(order.id).map(({ kind }) => kind);

describe('a payment', () => {
  it('confirmed by hand and by webhook pays the order once and asks for the count each time', () => {
    expect(confirmPayment(deps, { ...paid, paymentId: 'hand_1', source: 'by_hand' })).toBe('confirmed');
    expect(confirmPayment(deps, { ...paid, paymentId: 'gateway_1', source: 'webhook' })).toBe('repeated');
    expect(deps.orders.find(order.id)?.status).toBe('paid');
    expect(kinds()).toEqual(['redeem', 'redeem']);
  });

  it('delivered again under the same id is noted and changes nothing', () => {
    const delivery = { ...paid, paymentId: 'gateway_1', source: 'webhook' } as const;
    confirmPayment(deps, delivery);
    expect(confirmPayment(deps, delivery)).toBe('repeated');
    expect(deps.payments.listOfOrder(order.id).map(({ effect }) => effect)).toEqual([
      'confirmed',
      'repeated',
    ]);
    expect(kinds()).toEqual(['redeem']);
  });

  it('of an order without a code leaves nothing to tell the service', () => {
    deps.orders.insert({ ...order, id: 'TK-2', codes: [] });
    expect(confirmPayment(deps, { ...paid, orderId: 'TK-2', paymentId: 'hand_2', source: 'by_hand' })).toBe(
      'confirmed',
    );
    expect(deps.tasks.listOfOrder('TK-2')).toEqual([]);
  });

  it('of another amount or for an unknown order is not taken', () => {
    const wrong = { ...paid, paymentId: 'gateway_1', amount: order.total - 1, source: 'webhook' } as const;
    expect(confirmPayment(deps, wrong)).toBe('wrong_amount');
    expect(confirmPayment(deps, { ...wrong, orderId: 'TK-9' })).toBe('unknown_order');
    expect(deps.orders.find(order.id)?.status).toBe('awaiting_payment');
    expect(deps.payments.listOfOrder(order.id)).toEqual([]);
  });

  it('that comes after the order was cancelled is kept as money to give back, and counts no code', () => {
    expect(cancelOrder(deps, order.id)).toBe(true);
    expect(confirmPayment(deps, { ...paid, paymentId: 'gateway_1', source: 'webhook' })).toBe('unexpected');
    expect(deps.orders.find(order.id)?.status).toBe('cancelled');
    expect(kinds()).toEqual(['release']);
  });

  it('cannot be followed by a cancellation', () => {
    confirmPayment(deps, { ...paid, paymentId: 'hand_1', source: 'by_hand' });
    expect(cancelOrder(deps, order.id)).toBe(false);
    expect(kinds()).toEqual(['redeem']);
  });
});

describe('a refund', () => {
  const line = {
    line: order.lines[0] ?? expect.fail(),
    quantity: 1,
    gross: 95_000,
    discount: 9500,
    amount: 85_500,
  };
  const preview = { lines: [line], shipping: 12_000, amount: 97_500, isComplete: true, sequence: 0 };

  it('of everything closes the order and gives the use back, once however often it is sent', () => {
    confirmPayment(deps, { ...paid, paymentId: 'hand_1', source: 'by_hand' });
    expect(refundOrder(deps, order, preview)).toBe(true);
    expect(refundOrder(deps, order, preview)).toBe(false);
    expect(deps.refunds.listOfOrder(order.id)).toHaveLength(1);
    expect(deps.orders.find(order.id)?.status).toBe('refunded');
    expect(kinds()).toEqual(['redeem', 'reverse']);
  });

  it('of a part leaves the use counted', () => {
    confirmPayment(deps, { ...paid, paymentId: 'hand_1', source: 'by_hand' });
    expect(refundOrder(deps, order, { ...preview, isComplete: false })).toBe(true);
    expect(deps.orders.find(order.id)?.status).toBe('paid');
    expect(kinds()).toEqual(['redeem']);
  });

  it('of an order that is not paid is not made', () => {
    expect(refundOrder(deps, order, preview)).toBe(false);
    expect(deps.refunds.listOfOrder(order.id)).toEqual([]);
  });
});
