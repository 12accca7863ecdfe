import { createApp, createDeps, openStorage, type AppDeps } from '@hemat/server';
import type { Settings } from '../../../server/src/config/settings.js';
import { askApp } from '../../http/support/ask-app.js';
import { openTestService, type TestService } from '../../http/support/test-service.js';

/** One service process of several on a database: its own connections, caches and memory; the clock is everyone's. */
export interface Replica {
  readonly deps: AppDeps;
  readonly ask: TestService['ask'];
}

/** Several replicas on one new database. */
export interface Replicas {
  /** The first one, with the workspace and the clock. */
  readonly service: TestService;
  readonly all: readonly Replica[];
  readonly close: () => Promise<void>;
}

/** Opens `count` replicas over a new database. */
export async function openReplicas(count: number, settings: Partial<Settings> = {}): Promise<Replicas> {
  const service = await openTestService(settings);
  const others: Replica[] = [];
  while (others.length < count - 1) others.push(await openReplica(service));
  return {
    service,
    all: [service, ...others],
    close: async () => {
      for (const { deps } of [service, ...others]) await deps.storage.close();
    },
  };
}

async function openReplica({ databaseUrl, opened, secretKey }: TestService): Promise<Replica> {
  const deps = createDeps({ ...opened, storage: await openStorage(databaseUrl) });
  return { deps, ask: askApp(createApp(deps), secretKey) };
}
