import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '@hemat/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createLog } from '../../server/src/http/create-log.js';
import { joinAs, password, type TestMember } from '../http/support/page.js';
import { openTestService, type TestService } from '../http/support/test-service.js';
import { isLongRun } from '../support/is-long-run.js';
import { tempFolder } from '../support/temp-folder.js';
import { operations } from './described-operation.js';
import { faultsOfAnswer, type WireAnswer } from './faults-of-answer.js';
import type { Credential } from './hostile-headers.js';
import { requestFor, type WireRequest } from './hostile-request.js';
import { canary, canarySecret } from './hostile.js';
import { makeKnown } from './known-values.js';

// Whatever is sent to whatever call, the answer is one that the description promises, and nothing that was refused comes back.
const onPostgres = inject('database') === 'postgres';
const requests = isLongRun ? 100_000 : onPostgres ? 1500 : 5000;
const seed = isLongRun ? Date.now() : 20_261_121;
/** Requests use up what there is to ask for: each round begins with new things. */
const perRound = 500;
const lines: string[] = [];
let service: TestService;
let owner: TestMember;
let partnerKey: string;
beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  service = await openTestService({ scriptFolder: scriptFolder() }, { log });
  owner = await joinAs(service, 'owner');
  partnerKey = (await service.makeKey('bearer', ['platform:admin'])).secret;
});
afterAll(() => service.close());

/** How each call was answered. */
const met = new Map<string, Set<number>>();

it(
  `keeps its description through ${requests} requests, right and wrong`,
  async () => {
    const secrets = [canary, service.secretKey, service.publishableKey, partnerKey, password];
    for (let round = 0; round < requests / perRound; round += 1) {
      secrets.push(...(await playRound(seed + round)), owner.cookie?.split('=')[1] ?? '');
    }
    const never = [...met].filter(([, statuses]) => ![...statuses].some((status) => status < 300));
    expect(met.size).toBe(operations.length);
    // A fuzzer that is refused everywhere proves little: nearly every call must have been met where it works.
    expect(never.length, never.map(([name]) => name).join(', ')).toBeLessThan(
      operations.length / (onPostgres ? 4 : 10),
    );
    const log = lines.join('\n');
    for (const secret of secrets.filter((text) => text !== '')) expect(log.includes(secret)).toBe(false);
  },
  isLongRun ? 3 * 3_600_000 : 600_000,
);

/** Answers the secrets that were on the way. */
async function playRound(roundSeed: number): Promise<readonly string[]> {
  const known = await makeKnown(service);
  const app = createApp(service.deps);
  const request = fc.constantFrom(...operations).chain((operation) => requestFor(operation, known));
  const isKept = fc.asyncProperty(request, async (asked) => {
    const answer = await send(app, asked);
    count(asked, answer);
    const story = `${asked.credential} ${asked.method} ${asked.url} ${asked.body}\n${answer.text}`;
    expect(faultsOfAnswer(asked, answer), story).toEqual([]);
    if (answer.status < 300) await restoreAfter(asked);
  });
  await fc.assert(isKept, { numRuns: perRound, seed: roundSeed });
  return known.secrets;
}

async function send(app: ReturnType<typeof createApp>, request: WireRequest): Promise<WireAnswer> {
  const { method, url, credential, headers, body } = request;
  const response = await app.request(
    url,
    { method, headers: { ...secretOf(credential), ...headers }, ...(body !== undefined && { body }) },
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  );
  return {
    status: response.status,
    contentType: response.headers.get('content-type')?.split(';')[0] ?? '',
    text: await response.text(),
  };
}

function secretOf(credential: Credential): Record<string, string> {
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  switch (credential) {
    case 'admin':
      return bearer(service.secretKey);
    case 'partner':
      return bearer(partnerKey);
    case 'publishable':
      return bearer(service.publishableKey);
    case 'stranger':
      return bearer(canarySecret);
    case 'page':
      return { cookie: owner.cookie ?? '' };
    case 'nobody':
      return {};
  }
}

function count({ operation, method }: WireRequest, { status }: WireAnswer): void {
  if (method !== operation.method) return;
  const name = `${operation.method} ${operation.path}`;
  met.set(name, (met.get(name) ?? new Set()).add(status));
}

/** Takes back what would turn every later answer into one and the same. */
async function restoreAfter({ method, url }: WireRequest): Promise<void> {
  const { ask } = service;
  if (method === 'PATCH' && url.startsWith('/v1/modules')) {
    await ask('PATCH', '/v1/modules', { body: { marketing: true } });
  }
  if (method === 'PATCH' && url.startsWith('/v1/workspace')) {
    await ask('PATCH', '/v1/workspace', { body: { allowedOrigins: [], publicReasons: 'full' } });
  }
  if (url.startsWith('/v1/session') && method !== 'GET') {
    await owner.ask('POST', '/v1/session', { body: { email: owner.email, password } });
  }
}

function scriptFolder(): string {
  const folder = tempFolder('fuzz-script');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'hemat.js'), '');
  const manifest = { version: '1.0.0', file: 'hemat.js', integrity: 'sha384-x' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
