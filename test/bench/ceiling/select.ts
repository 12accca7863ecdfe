import { Hono } from 'hono';
import { openCeilingDatabase } from './open-ceiling-database.js';
import { startCeiling } from './start-ceiling.js';

interface CodeRow {
  readonly basis_points: number;
  readonly min_purchase: number;
}

// Bare Hono, a JSON body and one kept SELECT.
const find = openCeilingDatabase().prepare<[string, string], CodeRow>(
  'SELECT basis_points, min_purchase FROM codes WHERE workspace = ? AND code = ?',
);

const app = new Hono().post('/validate', async (context) => {
  const { code, subtotal } = await context.req.json<{ code: string; subtotal: number }>();
  const row = find.get('usr_bench', code);
  if (row === undefined || subtotal < row.min_purchase) return context.json({ applies: false });
  const discountAmount = Math.floor((subtotal * row.basis_points + 5000) / 10_000);
  return context.json({ applies: true, discountAmount, total: subtotal - discountAmount });
});

startCeiling(app);
