import { createApp } from '@hemat/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../server/src/http/create-log.js';
import { openTestService, type TestService } from '../http/support/test-service.js';
import { isLongRun } from '../support/is-long-run.js';
import type { DescribedOperation } from './described-operation.js';
import { facadeCalls, knownAtDoors } from './facade-calls.js';
import { canary, canarySecret } from './hostile.js';
import { requestFor, type WireRequest } from './hostile-request.js';
import { makeKnown } from './known-values.js';

// Whatever is sent to whatever door, its answer is JSON, no fault of ours, and shows nothing of what was refused.
const requests = isLongRun ? 20_000 : 2000;
const seed = isLongRun ? Date.now() : 20_261_121;
const perRound = 500;
const lines: string[] = [];
let service: TestService;
let partnerKey: string;
beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  service = await openTestService({}, { log });
  partnerKey = (await service.makeKey('bearer', ['platform:admin'])).secret;
});
afterAll(() => service.close());

it(
  `takes ${requests} requests at the doors of other systems, right and wrong`,
  async () => {
    const app = createApp(service.deps);
    const calls = facadeCalls(app);
    const met = new Set<string>();
    for (let round = 0; round < requests / perRound; round += 1)
      await playRound(app, calls, seed + round, met);
    const never = calls.map(({ method, path }) => `${method} ${path}`).filter((call) => !met.has(call));
    // A fuzzer that is refused everywhere proves little.
    expect(never.length, never.join(', ')).toBeLessThan(calls.length / 5);
    const log = lines.join('\n');
    for (const secret of [canary, service.secretKey, partnerKey]) expect(log.includes(secret)).toBe(false);
  },
  isLongRun ? 3_600_000 : 300_000,
);

async function playRound(
  app: ReturnType<typeof createApp>,
  calls: readonly DescribedOperation[],
  roundSeed: number,
  met: Set<string>,
): Promise<void> {
  const known = knownAtDoors(calls, await makeKnown(service));
  const request = fc.constantFrom(...calls).chain((call) => requestFor(call, known));
  const isKept = fc.asyncProperty(request, async (asked) => {
    const { method, url, credential, headers, body } = asked;
    const response = await app.request(
      url,
      { method, headers: { ...secretOf(credential), ...headers }, ...(body !== undefined && { body }) },
      { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
    );
    const text = await response.text();
    const story = `${credential} ${method} ${url} ${body}\n${response.status} ${text}`;
    expect(faultsOf(asked, response, text), story).toEqual([]);
    if (response.status >= 300) return;
    if (method === asked.operation.method) met.add(`${method} ${asked.operation.path}`);
    if (url.includes('/modules')) await service.ask('PATCH', '/v1/modules', { body: { marketing: true } });
  });
  await fc.assert(isKept, { numRuns: perRound, seed: roundSeed });
}

function faultsOf({ method }: WireRequest, { status, headers }: Response, text: string): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`status ${status}`);
  if (status >= 400 && text.toLowerCase().includes(canary)) faults.push('an echo of what was refused');
  const isBare = status === 204 || status === 304 || method === 'HEAD';
  if (!isBare && !headers.get('content-type')?.startsWith('application/')) faults.push('no JSON');
  if (!isBare && !isJson(text)) faults.push('a body that cannot be read');
  return faults;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function secretOf(credential: WireRequest['credential']): Record<string, string> {
  const secrets = { partner: partnerKey, publishable: service.publishableKey, stranger: canarySecret };
  if (credential === 'nobody') return {};
  const key = credential === 'admin' || credential === 'page' ? service.secretKey : secrets[credential];
  return { authorization: `Bearer ${key}` };
}
