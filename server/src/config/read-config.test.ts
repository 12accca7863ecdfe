import { describe, expect, it } from 'vitest';
import { readConfig } from './read-config.js';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      config: {
        databaseUrl: 'sqlite:./data/hemat.db',
        secret: null,
        host: '127.0.0.1',
        port: 8787,
        settings: { rateLimits: { requests: { points: 5, seconds: 5 } } },
      },
    });
  });

  it('lists every fault at once and never the value', () => {
    const read = readConfig({
      HEMAT_DATABASE_URL: 'mysql://canary',
      HEMAT_PORT: '70000',
      HEMAT_RATE_LIMITS: 'canary',
      HEMAT_RATE_LIMIT_MISSES: 'canary',
      HEMAT_SECRET: 'canary',
      HEMAT_TRUSTED_PROXIES: '10.0.0.0/8, canary',
      HEMAT_METRICS_TOKEN: 'canary',
      HEMAT_PUBLIC_URL: 'canary',
      HEMAT_LOG_SAMPLE: '2',
      HEMAT_WEBHOOKS: 'canary',
      HEMAT_WEBHOOK_CONCURRENCY: '0',
      HEMAT_WEBHOOK_PRIVATE_ADDRESSES: 'canary',
    });
    if (read.ok) throw new Error('it should not be usable');
    expect(read.faults.map(({ variable }) => variable).sort()).toEqual([
      'HEMAT_DATABASE_URL',
      'HEMAT_LOG_SAMPLE',
      'HEMAT_METRICS_TOKEN',
      'HEMAT_PORT',
      'HEMAT_PUBLIC_URL',
      'HEMAT_RATE_LIMITS',
      'HEMAT_RATE_LIMIT_MISSES',
      'HEMAT_SECRET',
      'HEMAT_TRUSTED_PROXIES',
      'HEMAT_WEBHOOKS',
      'HEMAT_WEBHOOK_CONCURRENCY',
      'HEMAT_WEBHOOK_PRIVATE_ADDRESSES',
    ]);
    expect(JSON.stringify(read)).not.toContain('canary');
  });

  it('wants a shared secret where several replicas may serve', () => {
    expect(readConfig({ HEMAT_DATABASE_URL: 'postgres://db/hemat' })).toEqual({
      ok: false,
      faults: [
        { variable: 'HEMAT_SECRET', message: 'is needed with PostgreSQL: every replica must share it' },
      ],
    });
  });

  it('reads limits, proxies and the switch', () => {
    const read = readConfig({
      HEMAT_RATE_LIMIT_MISSES: '3/60/120',
      HEMAT_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    });
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(read.config.settings.rateLimits?.misses).toEqual({ points: 3, seconds: 60, blockSeconds: 120 });
    expect(read.config.settings.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
    expect(read.config.settings.webhooks).toEqual({ concurrency: 32, targets: 'public' });
    expect(readConfig({ HEMAT_WEBHOOKS: 'off', HEMAT_WEBHOOK_PRIVATE_ADDRESSES: 'allow' })).toMatchObject({
      config: { settings: { webhooks: { concurrency: 0, targets: 'any' } } },
    });
    expect(readConfig({ HEMAT_RATE_LIMITS: 'off' })).toMatchObject({
      config: { settings: { rateLimits: null } },
    });
  });
});
