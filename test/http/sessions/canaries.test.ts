import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultRateLimits } from '../../../server/src/config/settings.js';
import { createLog } from '../../../server/src/http/create-log.js';
import { openPage, tokenOf } from '../support/page.js';
import { openTestService, type Answer, type TestService } from '../support/test-service.js';

let service: TestService;
let lines: string[] = [];
beforeAll(async () => {
  const sink = { write: (line: string) => void lines.push(line) };
  service = await openTestService({ rateLimits: defaultRateLimits }, { log: createLog('trace', sink) });
});
afterAll(() => service.close());

it('shows no password, token or cookie in a log, an error, an export or the database', async () => {
  const canary = 'canary-password-5f1';
  const [email, next] = ['canary@example.com', `${canary}-next`];
  const page = openPage(service);
  const answers: Answer[] = [];
  const post = async (path: string, body: object) => {
    const answer = await page.ask('POST', path, { body });
    answers.push(answer);
    return answer;
  };
  lines = [];
  const invited = await service.ask('POST', '/v1/members', { body: { email, role: 'owner' } });
  const token = tokenOf(invited.data.link);
  await post('/v1/invitations/look', { token });
  await post('/v1/invitations/accept', { token, password: canary });
  const first = page.cookie?.split('=')[1] ?? '';
  await post('/v1/invitations/accept', { token, password: canary });
  await post('/v1/session', { email, password: `${canary}-wrong` });
  await post('/v1/session', { email, password: canary, remember: true });
  await post('/v1/session/password', { currentPassword: canary, newPassword: next });
  const second = page.cookie?.split('=')[1] ?? '';
  await post('/v1/session/reset-password', { token: `${canary}-token`, password: next });
  await page.ask('POST', '/v1/session', { body: `{"email": "${email}", "password": "${canary}"` });
  const { find } = service.deps.sessions;
  service.deps.sessions.find = (cookie) =>
    Promise.reject(new Error(`cookie=${cookie} of ${invited.data.link}`));
  answers.push(await page.ask('GET', '/v1/session'));
  service.deps.sessions.find = find;
  const exported = await page.ask('GET', '/v1/audit-log', { headers: { accept: 'application/x-ndjson' } });
  const { reader } = service.deps.storage;
  const rows = await Promise.all(
    (['auth_users', 'auth_accounts', 'auth_verifications', 'invitations', 'rate_limits'] as const).map(
      (table) => reader.selectFrom(table).selectAll().execute(),
    ),
  );
  expect(lines.length).toBeGreaterThan(8);
  const seen = [lines.join(''), exported.text, JSON.stringify(rows), ...answers.map(({ text }) => text)];
  for (const hidden of [
    canary,
    token,
    first,
    second,
    decodeURIComponent(first),
    decodeURIComponent(second),
  ]) {
    expect(hidden.length).toBeGreaterThan(10);
    for (const text of seen) expect(text).not.toContain(hidden);
  }
});
