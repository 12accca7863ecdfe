import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initHemat, runHemat, serveHemat, type HematHome } from '../../support/hemat-service.js';
import type { RunningProcess } from '../../support/start-process.js';
import { tempFolder } from '../../support/temp-folder.js';
import { password, tokenOf } from '../support/page.js';

let home: HematHome;
let service: RunningProcess;
beforeAll(async () => {
  home = await initHemat(tempFolder('members'));
  service = await serveHemat(home, { env: { HEMAT_RATE_LIMITS: 'off' } });
});
afterAll(() => service.stop());

const post = async (path: string, body: object) => {
  const answer = await fetch(`${service.url}/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  });
  const { data } = (await answer.json()) as { data: { workspaces: { slug: string; role: string }[] } | null };
  return { status: answer.status, data, cookie: answer.headers.get('set-cookie') };
};
const linkOf = async (...command: string[]) => {
  const { link } = JSON.parse(await runHemat(home, ...command, '--json')) as { link: string };
  return { link, token: tokenOf(link) };
};
const joined = async (email: string, role = 'viewer') => {
  const { token } = await linkOf('member', 'add', '--workspace', home.slug, '--email', email, '--role', role);
  return post('/invitations/accept', { token, password });
};

describe('hemat init', () => {
  it('prints a link by which the first owner chooses address and password', async () => {
    const made = JSON.parse(await runHemat(home, 'init', '--slug', 'by-link', '--json')) as {
      ownerLink: string;
    };
    const token = tokenOf(made.ownerLink);
    const nameless = await post('/invitations/accept', { token, password });
    expect(nameless.status).toBe(400);
    const { data } = await post('/invitations/accept', { token, password, email: 'first@example.com' });
    expect(data?.workspaces).toEqual([expect.objectContaining({ slug: 'by-link', role: 'owner' })]);
  });

  it('makes the first owner at once where it is given their password, which it never prints', async () => {
    const env = { ...home.env, HEMAT_OWNER_PASSWORD: password };
    const out = await runHemat(
      { env },
      'init',
      '--slug',
      'at-once',
      '--owner-email',
      'Once@example.com',
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ owner: { email: 'once@example.com' } });
    expect(out).not.toContain(password);
    const { status, data } = await post('/session', { email: 'once@example.com', password });
    expect([status, data?.workspaces[0]?.slug]).toEqual([201, 'at-once']);
  });

  it('makes nothing where the owner cannot be made', async () => {
    const env = { ...home.env, HEMAT_OWNER_PASSWORD: 'canary' };
    const init = runHemat({ env }, 'init', '--slug', 'not-made', '--owner-email', 'x@example.com', '--json');
    const failure = await init.then(String, String);
    expect(failure).toMatch(/HEMAT_OWNER_PASSWORD/);
    expect(failure).not.toContain('canary');
    expect(await runHemat(home, 'workspace', 'list')).not.toContain('not-made');
  });
});

describe('hemat member', () => {
  it('adds by a link that leads to the dashboard, and lists', async () => {
    expect((await joined('manager@example.com', 'manager')).status).toBe(201);
    const out = await runHemat(home, 'member', 'list', '--workspace', home.slug);
    expect(out).toMatch(/^mem_[0-9A-Z]{26} {2}manager {2}manager@example\.com/m);
  });

  it('resets a password by a link: once, and every session ends', async () => {
    const { cookie } = await joined('forgetful@example.com');
    const { link, token } = await linkOf('member', 'reset', '--email', 'forgetful@example.com');
    expect(link).toContain('/dashboard/reset-password#');
    const next = 'a password that is new';
    expect((await post('/session/reset-password', { token, password: next })).status).toBe(201);
    expect((await post('/session/reset-password', { token, password: next })).status).toBe(404);
    const old = await fetch(`${service.url}/v1/session`, {
      headers: { cookie: cookie?.split(';')[0] ?? '' },
    });
    expect(old.status).toBe(401);
    expect((await post('/session', { email: 'forgetful@example.com', password })).status).toBe(401);
    expect((await post('/session', { email: 'forgetful@example.com', password: next })).status).toBe(201);
  });

  it('writes a reset into the audit log of each workspace of the person', async () => {
    await joined('watched@example.com');
    await linkOf('member', 'reset', '--email', 'watched@example.com');
    const answer = await fetch(`${service.url}/v1/audit-log`, {
      headers: { authorization: `Bearer ${home.secretKey}` },
    });
    const { data } = (await answer.json()) as { data: { items: object[] } };
    expect(data.items[0]).toMatchObject({ action: 'member.password_link_made', actor: { id: 'cli' } });
  });

  it('says that there is no such person', async () => {
    const reset = runHemat(home, 'member', 'reset', '--email', 'nobody@example.com');
    expect(await reset.then(String, String)).toMatch(/There is nothing here/);
  });
});

describe('hemat workspace plan', () => {
  it('changes what a workspace of its own sign-up may do, and says how it stands', async () => {
    const set = (plan: string) =>
      runHemat(home, 'workspace', 'plan', '--workspace', home.slug, '--plan', plan);
    expect(await set('free')).toBe(`${home.slug} has the plan free; Marketing is off.\n`);
    expect(await set('pro')).toBe(`${home.slug} has the plan pro; Marketing is off.\n`);
    expect(await set('No plan').then(String, String)).toMatch(/plan: is not a plan name/);
  });
});
