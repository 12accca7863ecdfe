import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { createApp } from '../../../server/src/app.js';
import { createDeps } from '../../../server/src/create-deps.js';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import { killPoints } from './kill-points.js';
import { callsOfOrder, type ShopCall, type ShopPlan } from './shop-plan.js';
import { watchStatements, writingConnection } from './watch-statements.js';

// Sixteen clients redeem order after order through the service; every call is written down before it is made, and every
// answer once it is there: `? <call>`, `! <key> <status> <body>`. It goes on until it is killed.

const clients = 16;

writeSync(1, 'loaded\n');
const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  // The process that starts this one writes a plan.
  await runShop(JSON.parse(line) as ShopPlan);
  process.exit(0);
}

async function runShop(plan: ShopPlan): Promise<void> {
  const storage = await openStorage(plan.url, { exclusive: true });
  await storage.migrate();
  const connection = await writingConnection(storage);
  for (const pragma of plan.pragmas) connection?.database.pragma(pragma);
  const { killAt } = plan;
  if (killAt !== null) {
    const point = killPoints.find(({ name }) => name === killAt.point);
    let passings = 0;
    await watchStatements(storage, (sql, when) => {
      if (when !== point?.when || !point.statement.test(sql)) return;
      passings += 1;
      if (passings === killAt.passing) process.kill(process.pid, 'SIGKILL');
    });
  }
  const deps = createDeps({ storage, secret: plan.secret, settings: { rateLimits: null } });
  const app = createApp(deps);

  async function make({ path, key, body }: ShopCall): Promise<void> {
    writeSync(1, `? ${JSON.stringify({ path, key, body })}\n`);
    const answer = await app.request(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${plan.secretKey}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body,
    });
    const text = await answer.text();
    writeSync(1, `! ${key} ${answer.status} ${text}\n`);
    if (answer.status > 299) throw new Error(`${path} answered ${text}`);
  }

  let left = plan.orders ?? Number.POSITIVE_INFINITY;
  const work = async (client: number) => {
    for (let n = 0; left > 0; n += 1) {
      left -= 1;
      for (const call of callsOfOrder(plan.round, client, n)) await make(call);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  await storage.close();
}
