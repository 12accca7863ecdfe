import { createApp, createDeps, openStorage } from '@hemat/server';
import { startChores } from '../../../server/src/cli/chores.js';
import { listen } from '../../../server/src/cli/listen.js';
import type { HematHome } from '../../support/hemat-service.js';

/** The real service in this process, listening on a free port, whose clock a test may put forward. */
export interface ServiceWithClock {
  readonly url: string;
  /** Puts its clock forward. */
  readonly passMinutes: (minutes: number) => void;
  readonly stop: () => Promise<void>;
}

/** Serves a home's database as `hemat serve` does, chores included. */
export async function serveWithClock({ env }: HematHome): Promise<ServiceWithClock> {
  let offset = 0;
  const storage = await openStorage(env.HEMAT_DATABASE_URL ?? '', { exclusive: true });
  const deps = createDeps({
    storage,
    secret: env.HEMAT_SECRET ?? '',
    now: () => Date.now() + offset,
    settings: { rateLimits: null },
  });
  const listener = await listen(createApp(deps).fetch, { host: '127.0.0.1', port: 0 });
  const stopChores = startChores(deps);
  return {
    url: listener.url,
    passMinutes: (minutes) => {
      offset += minutes * 60_000;
    },
    stop: async () => {
      await listener.close(0);
      await stopChores();
      await storage.close();
    },
  };
}
