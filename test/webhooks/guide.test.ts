import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { apiCaller, dataOf } from '../support/api-caller.js';
import { freshDatabase } from '../support/fresh-database.js';
import { initHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import { startProcess, type RunningProcess } from '../support/start-process.js';
import { root, tempFolder } from '../support/temp-folder.js';
import { startReceiver } from './support/receiver.js';

// Inside a package that has the library the guide's receiver imports.
const folder = join(root, 'test/dist', `guide-${process.pid}`);
const started: RunningProcess[] = [];
afterAll(async () => {
  await Promise.all(started.map(({ stop }) => stop('SIGKILL')));
  rmSync(folder, { recursive: true, force: true });
});

const until = async (isDone: () => boolean | Promise<boolean>) => {
  while (!(await isDone())) await pause(20);
};

async function serve(home: HematHome, env: Record<string, string> = {}): Promise<RunningProcess> {
  const service = await serveHemat(home, { env: { HEMAT_WEBHOOK_PRIVATE_ADDRESSES: 'allow', ...env } });
  started.push(service);
  return service;
}

function startGuideReceiver(secret: string, port: number): Promise<RunningProcess> {
  const [, source] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/webhooks.md'), 'utf8')) ?? [];
  if (source === undefined) throw new Error('the guide has no receiver');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'receiver.mjs');
  writeFileSync(path, source);
  const env = { HEMAT_WEBHOOK_SECRET: secret, PORT: String(port) };
  return startProcess({ command: [process.execPath, path], cwd: root, env });
}

it("sends to the guide's receiver from a served process, and stops when it is told to", async () => {
  const home = await initHemat(tempFolder('guide'), 'toko-hook', await freshDatabase('guide'));
  const service = await serve(home);
  const ask = apiCaller(service.url, home.secretKey);
  // A port that was free a moment ago, as the secret is known only once the endpoint is made.
  const probe = await startReceiver();
  const port = Number(new URL(probe.url).port);
  await probe.close();
  // The answer to a new endpoint.
  const made = dataOf(await ask('POST', '/webhooks/endpoints', { url: `http://127.0.0.1:${port}/hook` })) as {
    secret: string;
  };
  const receiver = await startGuideReceiver(made.secret, port);
  started.push(receiver);
  await ask('POST', '/discount-codes', { code: 'KOPI10', type: 'percent', value: 10 });
  const order = { orderId: '1042', code: 'KOPI10', currency: 'IDR', subtotal: 250_000 };
  await ask('POST', '/discount-codes/redeem', order);
  await until(() => receiver.output().includes('1042: KOPI10 took off 25000 IDR'));
  const forged = await fetch(`http://127.0.0.1:${port}/hook`, {
    method: 'POST',
    body: '{"id":"evt_1","type":"discount_code.redeemed"}',
    headers: { 'webhook-id': 'evt_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,bm8=' },
  });
  expect(forged.status).toBe(400);
  await service.stop();
  expect(service.output()).toContain('HEMAT_WEBHOOK_PRIVATE_ADDRESSES=allow');
  expect(service.output()).not.toContain('whsec_');
  expect(service.output()).not.toContain('webhooks wait for the database');
});

it('leaves the sending to another process where it is told to', async () => {
  const home = await initHemat(tempFolder('guide-off'), 'toko-off', await freshDatabase('guide-off'));
  const receiver = await startReceiver();
  try {
    const silent = await serve(home, { HEMAT_WEBHOOKS: 'off' });
    const ask = apiCaller(silent.url, home.secretKey);
    await ask('POST', '/webhooks/endpoints', { url: receiver.url });
    await ask('POST', '/discount-codes', { code: 'KOPI10', type: 'percent', value: 10 });
    await pause(1_200);
    expect(receiver.received).toEqual([]);
    await silent.stop();
    expect(silent.output()).toContain('HEMAT_WEBHOOKS=off');
    await serve(home);
    await until(() => receiver.received.length === 1);
  } finally {
    await receiver.close();
  }
});
