import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRateLimits } from '../../../server/src/config/settings.js';
import { joinAs, openPage, password, type TestMember } from '../support/page.js';
import { openTestService, type TestService } from '../support/test-service.js';

let service: TestService;
let owner: TestMember;
beforeAll(async () => {
  const signIns = { points: 3, seconds: 600 };
  service = await openTestService({ rateLimits: { ...defaultRateLimits, signIns } });
  owner = await joinAs(service, 'owner');
});
afterAll(() => service.close());

const tryIn = (ip: string, given: string, email = owner.email) =>
  openPage(service).ask('POST', '/v1/session', { body: { email, password: given }, ip });

describe('guessing a password', () => {
  it('ends after a few tries from one address, the right one included, and says when to come again', async () => {
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await tryIn('203.0.113.1', 'guess')).status);
    const answer = await tryIn('203.0.113.1', password);
    expect([...statuses, answer.status]).toEqual([401, 401, 401, 429]);
    expect(answer.error?.code).toBe('RATE_LIMITED');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(500);
  });

  it('does not shut the person out from elsewhere', async () => {
    expect((await tryIn('203.0.113.2', password)).status).toBe(201);
  });

  it('ends after more tries from one address at many accounts', async () => {
    const statuses = new Set<number>();
    for (let time = 0; time < 9; time += 1) {
      statuses.add((await tryIn('203.0.113.3', 'guess', `somebody-${time}@example.com`)).status);
    }
    expect([...statuses]).toEqual([401]);
    expect((await tryIn('203.0.113.3', 'guess', 'another@example.com')).status).toBe(429);
  });

  it('ends after yet more tries from many addresses at one account', async () => {
    const { email } = await joinAs(service, 'viewer');
    const answers = await Promise.all(
      Array.from({ length: 31 }, (_, index) => tryIn(`198.51.100.${index}`, 'guess', email)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429]);
  });

  it('counts tries at the links too', async () => {
    const statuses = [];
    for (let time = 0; time < 4; time += 1) {
      const body = { token: 'guess', password };
      const { status } = await openPage(service).ask('POST', '/v1/invitations/accept', {
        body,
        ip: '203.0.113.4',
      });
      statuses.push(status);
    }
    expect(statuses).toEqual([404, 404, 404, 429]);
  });
});
