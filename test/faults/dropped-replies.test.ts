import { describe, expect, it } from 'vitest';
import { checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { openCuttingProxy } from './support/cutting-proxy.js';
import { faultDatabases, type FaultDatabase } from './support/fault-databases.js';
import { makeHome, openHome } from './support/fault-home.js';
import { httpAttempts, type Attempt } from './support/persistent-shopper.js';
import { serveHome } from './support/serve-home.js';
import { callsOfOrder, type ShopCall } from './support/shop-plan.js';

const drops = counts.droppedReplies;

describe.each(faultDatabases)('on $name', ({ create }) => {
  it(
    `answers a call again whose answer never arrived, and counts it once: ${drops} connections cut`,
    async () => {
      const home = await makeHome(await create());
      const service = await serveHome(home);
      const proxy = await openCuttingProxy(Number(new URL(service.url).port));
      try {
        const record = await dropEach(
          httpAttempts(() => `http://127.0.0.1:${proxy.port}`, home.secretKey),
          () => proxy.cutNext('HTTP/1.1 20'),
          (lost) =>
            expect(lost).toMatchObject({ broken: expect.stringMatching(/ECONNRESET|other side closed/) }),
        );
        expect(proxy.cuts()).toBe(drops);
        const open = await openHome(home);
        await checkRecord(open, record).finally(() => open.close());
      } finally {
        proxy.close();
        await service.stop();
      }
    },
    patience,
  );
});

// The same one floor below: the database has committed, and the service never hears of it.
it(
  `says 503 where the database's word is lost, and finds the commit when it is asked again: ${drops} connections cut`,
  async () => {
    const url = new URL(await postgresOf(faultDatabases).create());
    const home = await makeHome(url.href);
    const proxy = await openCuttingProxy(Number(url.port));
    url.port = String(proxy.port);
    const open = await openHome({ ...home, url: url.href });
    try {
      const record = await dropEach(
        async (call) => ({ ...(await open.make(call)), retryAfter: null }),
        () => proxy.cutNext('COMMIT\0'),
        (lost) => expect(lost).toMatchObject({ status: 503 }),
      );
      expect(proxy.cuts()).toBe(drops);
      await checkRecord(open, record);
    } finally {
      await open.close();
      proxy.close();
    }
  },
  patience,
);

/** Loses the answer to every other call; the same call again must find what it did. */
async function dropEach(
  attempt: (call: ShopCall) => Promise<Attempt>,
  drop: () => void,
  expectLost: (lost: Attempt) => void,
) {
  const calls: ShopCall[] = [];
  const answers = new Map<string, { status: number; body: string }>();
  for (let n = 0; calls.length < 2 * drops; n += 1) {
    for (const call of callsOfOrder('drop', 1, n)) {
      calls.push(call);
      const isDropped = calls.length % 2 === 0 && calls.length <= 2 * drops;
      if (isDropped) {
        drop();
        expectLost(await attempt(call));
      }
      const answer = await attempt(call);
      expect(answer).toMatchObject({ replayed: isDropped });
      if (!('status' in answer)) throw new Error(answer.broken);
      expect(answer.status).toBeLessThan(300);
      answers.set(call.key, { status: answer.status, body: answer.body });
    }
  }
  return { calls, answers };
}

function postgresOf(all: readonly FaultDatabase[]): FaultDatabase {
  const found = all.find(({ name }) => name === 'PostgreSQL');
  if (found === undefined) throw new Error('PostgreSQL is one of them');
  return found;
}
