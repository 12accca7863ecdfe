import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { factsOfKy } from './widget/build/facts-of-ky.js';
import { knownFacts } from './widget/build/known-facts.js';

const resolve = { conditions: ['hemat-source'] };
const ssr = { resolve: { conditions: ['hemat-source'] } };

/** Chromium without the background traffic that a closed network refuses many times a second. */
const chromium = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['{shared,server,demo}/src/**/*.test.ts', 'test/elements/**/*.test.ts'],
        },
      },
      {
        // The public client as the storefront's script holds it, with the part of ky that no page runs left out.
        resolve,
        ssr,
        plugins: [knownFacts(factsOfKy)],
        test: {
          name: 'script-client',
          environment: 'node',
          include: ['shared/src/client/public.test.ts'],
          server: { deps: { inline: ['ky'] } },
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'service',
          environment: 'node',
          isolate: false,
          provide: { database: 'sqlite' },
          globalSetup: ['test/support/postgres-for-project.ts'],
          include: [
            'test/{http,contract,facades,faults,races,model,fuzz,abuse,batches,import-export,stats,webhooks}/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'postgres',
          environment: 'node',
          isolate: false,
          provide: { database: 'postgres' },
          include: ['test/{http,replicas,facades,import-export,stats,webhooks,fuzz,abuse}/**/*.test.ts'],
          // The command line's own file is about SQLite's files.
          exclude: ['test/http/command-line.test.ts'],
          globalSetup: ['test/support/postgres-for-project.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        root: 'widget',
        optimizeDeps: { include: ['@open-wc/testing', 'lit', 'ky', 'zod'] },
        test: {
          name: 'elements',
          include: ['src/**/*.test.ts'],
          setupFiles: [fileURLToPath(new URL('test/elements/support/setup.ts', import.meta.url))],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          environment: 'node',
          isolate: false,
          include: ['test/{e2e,dashboard}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
