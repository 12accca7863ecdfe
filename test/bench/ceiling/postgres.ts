import { Hono } from 'hono';
import pg from 'pg';
import { z } from 'zod';
import { startCeiling } from './start-ceiling.js';

const question = z.object({
  code: z.string().min(1).max(200),
  currency: z.string().length(3),
  lineItems: z
    .array(
      z.object({
        lineId: z.string().min(1).max(100),
        productId: z.string().min(1).max(200),
        tags: z.array(z.string().max(100)),
        quantity: z.int().min(1),
        unitAmount: z.int().min(0),
      }),
    )
    .max(500),
  shippingAmount: z.int().min(0).optional(),
});

interface Order {
  readonly orderId: string;
  readonly code: string;
  readonly subtotal: number;
}

// Bare Hono on PostgreSQL: zod and one kept SELECT, or a redemption in one guarded statement. Arguments: the URL and how
// many connections.
const pool = new pg.Pool({ connectionString: process.argv[2], max: Number(process.argv[3]) });

const select = 'select basis_points, min_purchase from bare_codes where workspace = $1 and code = $2';
const redeem = `with counted as (
    update bare_codes set uses = uses + 1 where workspace = $1 and code = $3 and uses < cap returning code)
  insert into bare_redemptions select $1, $2, code, $4, $5 from counted`;

const app = new Hono()
  .post('/validate', async (context) => {
    const parsed = question.safeParse(await context.req.json());
    if (!parsed.success) return context.json({ error: 'VALIDATION_ERROR' }, 400);
    const { code, lineItems } = parsed.data;
    const { rows } = await pool.query<{ basis_points: number; min_purchase: number }>({
      name: 'select',
      text: select,
      values: ['usr_bench', code],
    });
    const [row] = rows;
    const subtotal = lineItems.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
    if (row === undefined || subtotal < row.min_purchase) return context.json({ applies: false });
    const discountAmount = Math.floor((subtotal * row.basis_points + 5000) / 10_000);
    return context.json({ applies: true, discountAmount, total: subtotal - discountAmount });
  })
  .post('/redeem', async (context) => {
    const { orderId, code, subtotal } = await context.req.json<Order>();
    const amount = Math.floor((subtotal * 1000 + 5000) / 10_000);
    const { rowCount } = await pool.query({
      name: 'redeem',
      text: redeem,
      values: ['usr_bench', orderId, code, amount, Date.now()],
    });
    return context.json({ created: rowCount === 1, orderId }, 201);
  });

startCeiling(app);
