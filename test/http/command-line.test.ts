import { execFile } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiCaller, dataOf } from '../support/api-caller.js';
import { cli, initHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import type { RunningProcess } from '../support/start-process.js';
import { root, tempFolder } from '../support/temp-folder.js';

/** How a command ended. */
interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a person does. */
function hemat(env: Readonly<Record<string, string>>, ...command: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env }, timeout: 20_000 };
    execFile(process.execPath, [cli, ...command], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
    });
  });
}

const onFile = (path: string) => ({ HEMAT_DATABASE_URL: `sqlite:${path}` });
const cart = { currency: 'IDR', subtotal: 100_000 };

describe('init', () => {
  const folder = tempFolder('init');
  const env = onFile(join(folder, 'deep/down/hemat.db'));

  it('makes database, workspace and keys out of nothing, and prints one JSON document', async () => {
    const { code, out, err } = await hemat(env, 'init', '--slug', 'toko-kopi', '--currency', 'usd', '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      workspace: { id: expect.stringMatching(/^usr_[0-9A-Z]{26}$/), slug: 'toko-kopi' },
      secretKey: expect.stringMatching(/^sk_live_[0-9a-z]{39}$/),
      publishableKey: expect.stringMatching(/^pk_live_[0-9a-z]{39}$/),
      ownerLink: expect.stringMatching(/^http:\/\/127\.0\.0\.1:8787\/dashboard\/invitation#[\w-]{43}$/),
    });
  });

  it('keeps the master secret beside the database, for its owner only', () => {
    const path = join(folder, 'deep/down/hemat.db.secret');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')).toHaveLength(32);
  });

  it('explains itself without --json', async () => {
    const { code, out } = await hemat(env, 'init', '--slug', 'toko-teh', '--name', 'Toko Teh');
    expect(code).toBe(0);
    for (const part of ['toko-teh', 'sk_live_', 'pk_live_', 'hemat serve']) expect(out).toContain(part);
  });

  it.each([
    ['a slug that is taken', ['--slug', 'toko-kopi'], /slug is taken/],
    ['a slug that is none', ['--slug', 'Toko Kopi'], /slug/],
    ['a currency of nowhere', ['--slug', 'toko-x', '--currency', 'XXZ'], /[cC]urrency/],
    ['no slug', [], /slug/i],
  ])('refuses %s in plain words', async (_, args, message) => {
    const { code, out, err } = await hemat(env, 'init', ...args, '--json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('the command line', () => {
  it.each([[[]], [['--help']], [['serve', '--help']], [['key', 'create', '--help']]])(
    'helps: hemat %j',
    async (command) => {
      const { code, out, err } = await hemat({}, ...command);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('USAGE');
    },
  );

  it.each([
    [['brew'], /no such command/],
    [['key', 'brew'], /no such command/],
    [['serve', '--prot', '1'], /--prot/],
    [['serve', '--port', 'http'], /--port/],
  ])('says what it does not know: hemat %j', async (command, message) => {
    const { code, err } = await hemat(onFile(join(tempFolder('unknown'), 'hemat.db')), ...command);
    expect(code).not.toBe(0);
    expect(err).toMatch(message);
  });

  it('lists every fault of the configuration at once, and no value', async () => {
    const env = {
      HEMAT_DATABASE_URL: 'mysql://canary-1',
      HEMAT_PORT: '70000',
      HEMAT_SECRET: 'canary-2',
      HEMAT_RATE_LIMITS: 'sometimes',
      HEMAT_TRUSTED_PROXIES: '10.0.0.0/8,canary-3',
      HEMAT_PUBLIC_URL: 'ftp://canary-4',
      HEMAT_LOG_SAMPLE: '2',
    };
    const { code, out, err } = await hemat(env, 'serve');
    expect([code, out]).toEqual([1, '']);
    for (const name of Object.keys(env)) expect(err).toContain(name);
    expect(err).not.toContain('canary');
  });

  it('refuses to work on a database that is not there or behind', async () => {
    const { code, err } = await hemat(onFile(join(tempFolder('behind'), 'hemat.db')), 'audit');
    expect([code, err]).toEqual([1, expect.stringContaining('hemat migrate')]);
  });
});

describe('a service', () => {
  let home: HematHome;
  let service: RunningProcess;
  let folder: string;
  beforeAll(async () => {
    folder = tempFolder('serve');
    home = await initHemat(folder);
    service = await serveHemat(home);
  });
  afterAll(() => service.stop());

  it('has printed its address and nothing else, and writes its log to standard error', async () => {
    const quiet = await initHemat(tempFolder('quiet'));
    const child = execFile(process.execPath, [cli, 'serve', '--port', '0'], {
      cwd: root,
      env: { ...process.env, ...quiet.env, HEMAT_RATE_LIMITS: 'off' },
    });
    let out = '';
    let err = '';
    child.stderr?.on('data', (chunk: string) => (err += chunk));
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (chunk: string) => {
        out += chunk;
        resolve();
      });
    });
    expect((await fetch(`${out.trim()}/readyz`)).status).toBe(200);
    const gone = new Promise<number | null>((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    const lines = err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg?: string; route?: string });
    expect(lines.map(({ msg, route }) => msg ?? route)).toEqual([
      'rate limits are off (HEMAT_RATE_LIMITS=off)',
      '/readyz',
      'stopping',
    ]);
  });

  it('keeps a second one off its database, with a clear message', async () => {
    const { code, out, err } = await hemat(home.env, 'serve', '--port', '0');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/served by another process/);
  });

  it('says that its port is taken', async () => {
    const other = await initHemat(tempFolder('port'));
    const { code, err } = await hemat(other.env, 'serve', '--port', new URL(service.url).port);
    expect([code, err]).toEqual([1, expect.stringContaining('--port 0')]);
  });

  it('knows a key that was made beside it, at once', async () => {
    const made = await hemat(
      home.env,
      'key',
      'create',
      '--workspace',
      home.slug,
      '--name',
      'x',
      '--scopes',
      'read',
      '--json',
    );
    const { apiKey, secret } = JSON.parse(made.out) as { apiKey: { scopes: string[] }; secret: string };
    expect(apiKey.scopes).toEqual(['read']);
    expect((await apiCaller(service.url, secret)('GET', '/workspace')).status).toBe(200);
    expect((await apiCaller(service.url, secret)('GET', '/audit-log')).status).toBe(403);
  });

  it('makes partner keys on the command line only', async () => {
    const args = ['--workspace', home.slug, '--name', 'partner', '--scopes', 'platform:admin', '--json'];
    const { secret } = JSON.parse((await hemat(home.env, 'key', 'create', ...args)).out) as {
      secret: string;
    };
    const body = { accountId: 'acc_cli', slug: 'cli-account' };
    expect((await apiCaller(service.url, secret)('POST', '/admin/workspaces', body)).status).toBe(201);
  });

  it('is backed up while it runs, and restored', async () => {
    const call = apiCaller(service.url, home.secretKey);
    dataOf(await call('POST', '/discount-codes', { code: 'KEPT', type: 'percent', value: 10 }));
    const copy = join(folder, 'copy.db');
    expect((await hemat(home.env, 'backup', copy)).code).toBe(0);
    expect((await hemat(home.env, 'backup', copy)).err).toContain('already');
    expect((await hemat(home.env, 'restore', copy, '--force')).err).toMatch(/served by another process/);

    const elsewhere = onFile(join(folder, 'restored.db'));
    expect((await hemat(elsewhere, 'restore', join(folder, 'nothing.db'))).code).toBe(1);
    expect((await hemat(elsewhere, 'restore', copy)).code).toBe(0);
    expect((await hemat(elsewhere, 'restore', copy)).err).toContain('--force');
    const env = { ...home.env, ...elsewhere };
    const restored = await serveHemat({ ...home, env });
    const found = await apiCaller(restored.url, home.secretKey)('GET', '/discount-codes?q=KEPT');
    await restored.stop();
    expect((dataOf(found) as { items: object[] }).items).toHaveLength(1);
  });

  it('is audited: 0 drift, then each counter that lies, then repaired', async () => {
    const call = apiCaller(service.url, home.secretKey);
    dataOf(await call('POST', '/discount-codes', { code: 'COUNTED', type: 'percent', value: 10 }));
    dataOf(await call('POST', '/discount-codes/redeem', { code: 'COUNTED', ...cart, orderId: 'one' }));
    expect(await hemat(home.env, 'audit')).toMatchObject({ code: 0, out: '0 drift\n' });
    const copy = join(folder, 'lying.db');
    await hemat(home.env, 'backup', copy);
    const database = new Database(copy);
    database.exec('update discount_code_usage set uses_total = uses_total + 5');
    database.close();
    const env = { ...home.env, ...onFile(copy) };
    const lying = await hemat(env, 'audit');
    expect([lying.code, lying.out]).toEqual([
      1,
      expect.stringMatching(/uses is 6, the ledger says 1[\s\S]*[1-9] drift/),
    ]);
    const report = JSON.parse((await hemat(env, 'audit', '--json')).out) as { drift: object[] };
    expect(report.drift.length).toBeGreaterThan(0);
    expect((await hemat(env, 'audit', '--repair')).code).toBe(0);
    expect(await hemat(env, 'audit')).toMatchObject({ code: 0, out: '0 drift\n' });
  });

  it('reads a .env file, over which the environment stands', async () => {
    const place = tempFolder('dot-env');
    writeFileSync(
      join(place, '.env'),
      `HEMAT_DATABASE_URL=sqlite:${join(place, 'dotted.db')}\nHEMAT_PORT=http\n`,
    );
    const run = (env: Record<string, string>) =>
      new Promise<Ended>((resolve) => {
        const options = { cwd: place, env: { PATH: process.env.PATH, ...env } };
        execFile(process.execPath, [cli, 'init', '--slug', 'dotted', '--json'], options, (error, out, err) =>
          resolve({ code: Number(error?.code ?? 0), out, err }),
        );
      });
    expect((await run({})).err).toContain('HEMAT_PORT');
    expect((await run({ HEMAT_PORT: '8080' })).code).toBe(0);
    expect(statSync(join(place, 'dotted.db')).size).toBeGreaterThan(0);
  });
});

describe('a service that is told to end', () => {
  it('says that it is not ready, finishes what it has begun, and loses nothing', async () => {
    const home = await initHemat(tempFolder('drain'));
    const service = await serveHemat(home);
    const call = apiCaller(service.url, home.secretKey);
    dataOf(await call('POST', '/discount-codes', { code: 'DRAIN', type: 'percent', value: 10 }));
    const acknowledged: string[] = [];
    const broken: string[] = [];
    let isStopped = false;
    const shop = async (name: string) => {
      for (let order = 0; !isStopped; order += 1) {
        const orderId = `${name}-${order}`;
        try {
          const answer = await call('POST', '/discount-codes/redeem', { code: 'DRAIN', ...cart, orderId });
          if (answer.status === 201) acknowledged.push(orderId);
        } catch (error) {
          broken.push(String(error instanceof Error ? (error.cause ?? error) : error));
          return;
        }
      }
    };
    const shops = Promise.all(Array.from({ length: 16 }, (_, index) => shop(`shop${index}`)));
    while (acknowledged.length < 100) await new Promise((resolve) => setTimeout(resolve, 10));
    const begun = performance.now();
    const stopped = service.stop('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 60));
    const readiness = await fetch(`${service.url}/readyz`);
    const health = await fetch(`${service.url}/healthz`);
    expect([readiness.status, health.status]).toEqual([503, 200]);
    await stopped;
    isStopped = true;
    await shops;
    expect(performance.now() - begun).toBeLessThan(10_000);
    // Whoever came after the end was turned away at the door; nobody was cut off in the middle.
    for (const why of broken) expect(why).toMatch(/ECONNREFUSED|other side closed|ECONNRESET/);
    expect(await hemat(home.env, 'audit')).toMatchObject({ code: 0, out: '0 drift\n' });
    const again = await serveHemat(home);
    const ask = apiCaller(again.url, home.secretKey);
    for (const orderId of acknowledged.slice(-20)) {
      const { status } = await ask('POST', '/discount-codes/redeem', { code: 'DRAIN', ...cart, orderId });
      expect(status).toBe(200);
    }
    const found = dataOf(await ask('GET', '/discount-codes?q=DRAIN')) as { items: { usesTotal: number }[] };
    await again.stop();
    expect(found.items[0]?.usesTotal).toBeGreaterThanOrEqual(acknowledged.length);
  });
});
