import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
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
      if (passings === killAt.passing) process.kill(process.pid, killAt.signal ?? 'SIGKILL');
    });
  }
  const deps = createDeps({ storage, secret: plan.secret, settings: { rateLimits: null } });
  const app = createApp(deps);

  async function make(call: ShopCall): Promise<void> {
    writeSync(1, `? ${JSON.stringify(call)}\n`);
    for (let tries = 0; ; tries += 1) {
      const answer = await app.request(call.path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${plan.secretKey}`,
          'content-type': 'application/json',
          'idempotency-key': call.key,
        },
        body: call.body,
      });
      const text = await answer.text();
      if (answer.status < 300) {
        writeSync(1, `! ${call.key} ${answer.status} ${text}\n`);
        return;
      }
      if (answer.status !== 503 || tries === (plan.repeats ?? 0)) {
        throw new Error(`${call.key} was answered ${text}`);
      }
      await pause(100);
    }
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
