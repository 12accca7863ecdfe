import { z } from 'zod';

/** What the payment gateway posts when money has arrived. */
export const paymentEvent = z.object({
  type: z.literal('payment.settled'),
  /** The gateway's id of the payment; a repeated delivery carries the same. */
  paymentId: z.string().min(1).max(100),
  orderId: z.string().min(1).max(50),
  /** Whole rupiah. */
  amount: z.int().min(0),
  currency: z.literal('IDR'),
});
export type PaymentEvent = z.infer<typeof paymentEvent>;
