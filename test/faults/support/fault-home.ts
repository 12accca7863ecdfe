import { createApp } from '../../../server/src/app.js';
import type { AppDeps } from '../../../server/src/app-deps.js';
import { makeWorkspace } from '../../../server/src/cli/make-workspace.js';
import { createDeps } from '../../../server/src/create-deps.js';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import type { HematHome } from '../../support/hemat-service.js';
import { shopCodes, type ShopCall } from './shop-plan.js';

/** A database with one workspace and the shop's codes. */
export interface FaultHome extends HematHome {
  readonly url: string;
  readonly secret: string;
}

/** What a call was answered. */
export interface ShopAnswer {
  readonly status: number;
  readonly body: string;
  /** Whether it is a kept answer. */
  readonly replayed: boolean;
}

/** The service over a home's database, in this process. */
export interface OpenHome {
  readonly deps: AppDeps;
  readonly workspaceId: string;
  readonly make: (call: ShopCall) => Promise<ShopAnswer>;
  readonly close: () => Promise<void>;
}

const secret = 'test-only-secret-0123456789abcdef-0123456789abcdef';

/** Migrates the empty database at `url` and makes the workspace and its codes. */
export async function makeHome(url: string): Promise<FaultHome> {
  const storage = await openStorage(url);
  try {
    await storage.migrate();
    const deps = createDeps({ storage, secret, settings: { rateLimits: null } });
    const settings = { slug: 'toko-uji', name: 'Toko Uji', defaultCurrency: 'IDR', timeZone: 'Asia/Jakarta' };
    const { workspace, secretKey, publishableKey } = await makeWorkspace(deps, settings);
    const home: FaultHome = {
      env: { HEMAT_DATABASE_URL: url, HEMAT_SECRET: secret, HEMAT_RATE_LIMITS: 'off' },
      workspaceId: workspace.id,
      slug: workspace.slug,
      secretKey,
      publishableKey,
      url,
      secret,
    };
    const app = createApp(deps);
    for (const rule of shopCodes) {
      const answer = await request(app, home, '/v1/discount-codes', {
        body: JSON.stringify({ type: 'percent', value: 10, ...rule }),
      });
      if (answer.status !== 201) throw new Error(await answer.text());
    }
    return home;
  } finally {
    await storage.close();
  }
}

/** Opens the service over a home's database. */
export async function openHome(home: FaultHome): Promise<OpenHome> {
  const storage = await openStorage(home.url);
  const deps = createDeps({ storage, secret: home.secret, settings: { rateLimits: null } });
  const app = createApp(deps);
  return {
    deps,
    workspaceId: home.workspaceId,
    make: async ({ path, key, body }) => {
      const answer = await request(app, home, path, { body, key });
      return {
        status: answer.status,
        body: await answer.text(),
        replayed: answer.headers.get('idempotency-replayed') === 'true',
      };
    },
    close: () => storage.close(),
  };
}

async function request(
  app: ReturnType<typeof createApp>,
  home: Pick<HematHome, 'secretKey'>,
  path: string,
  { body, key }: { readonly body: string; readonly key?: string },
): Promise<Response> {
  return app.request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${home.secretKey}`,
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body,
  });
}
