import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { openCeilingDatabase } from './open-ceiling-database.js';
import { startCeiling } from './start-ceiling.js';

interface CodeRow {
  readonly basis_points: number;
  readonly min_purchase: number;
}

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

// Bare Hono, a key looked up by its hash, zod on a cart of five lines and one kept SELECT of the code.
const database = openCeilingDatabase();
database.prepare('INSERT INTO keys VALUES (?, ?)').run(hashOf('sk_bench'), 'usr_bench');
const findKey = database.prepare<[string], { workspace: string }>(
  'SELECT workspace FROM keys WHERE hash = ?',
);
const findCode = database.prepare<[string, string], CodeRow>(
  'SELECT basis_points, min_purchase FROM codes WHERE workspace = ? AND code = ?',
);

const app = new Hono().post('/validate', async (context) => {
  const key = findKey.get(hashOf(context.req.header('authorization')?.slice('Bearer '.length) ?? ''));
  if (key === undefined) return context.json({ error: 'AUTH_REQUIRED' }, 401);
  const parsed = question.safeParse(await context.req.json());
  if (!parsed.success) return context.json({ error: 'VALIDATION_ERROR' }, 400);
  const { code, lineItems } = parsed.data;
  const row = findCode.get(key.workspace, code);
  const subtotal = lineItems.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
  if (row === undefined || subtotal < row.min_purchase) return context.json({ applies: false });
  const discountAmount = Math.floor((subtotal * row.basis_points + 5000) / 10_000);
  return context.json({ applies: true, discountAmount, total: subtotal - discountAmount });
});

startCeiling(app);

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
