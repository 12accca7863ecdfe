import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { createDeps } from '../../../server/src/create-deps.js';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import { startWebhookWorker } from '../../../server/src/webhooks/start-webhook-worker.js';

// Sends webhooks under a clock that runs `speed` times as fast, until it is killed; on SIGTERM it stops in order.

const [url = '', secret = '', began = '', clock = '', speed = ''] = process.argv.slice(2);
const now = () => Number(clock) + (Date.now() - Number(began)) * Number(speed);
const storage = await openStorage(url, { exclusive: true });
const deps = createDeps({ storage, secret, now });
const second = Number(speed) * 1_000;
const worker = startWebhookWorker(deps, {
  concurrency: 32,
  outlet: { targets: 'any', timeoutMs: 500 },
  leaseMs: second,
  pollMs: 20,
});
writeSync(1, 'working\n');
await once(process, 'SIGTERM');
await worker.stop(5_000);
await storage.close();
