import { Hono } from 'hono';
import { openCeilingDatabase } from './open-ceiling-database.js';
import { startCeiling } from './start-ceiling.js';
import { commitInGroups } from './commit-in-groups.js';

// Bare Hono, a JSON body and two statements: one commit each, or `group` for one commit per turn of the event loop.
const database = openCeilingDatabase();
const insert = database.prepare('INSERT INTO redemptions VALUES (?, ?, ?, ?, ?)');
const count = database.prepare('UPDATE codes SET uses = uses + 1 WHERE workspace = ? AND code = ?');

interface Order {
  readonly orderId: string;
  readonly code: string;
  readonly subtotal: number;
}

const redeem = ({ orderId, code, subtotal }: Order) => {
  insert.run('usr_bench', orderId, code, Math.floor((subtotal * 1000 + 5000) / 10_000), Date.now());
  count.run('usr_bench', code);
};
const redeemEach = database.transaction(redeem).immediate;
const redeemGrouped = commitInGroups(database, redeem);
const grouped = process.argv[3] === 'group';

const app = new Hono().post('/redeem', async (context) => {
  const order = await context.req.json<Order>();
  if (grouped) await redeemGrouped(order);
  else redeemEach(order);
  return context.json({ created: true, orderId: order.orderId }, 201);
});

startCeiling(app);
