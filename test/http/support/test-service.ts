import { createApp, createDeps, openStorage, type AppDeps } from '@hemat/server';
import { createApiKey } from '../../../server/src/services/create-api-key.js';
import { provisionWorkspace } from '../../../server/src/services/provision-workspace.js';
import type { DepsOptions } from '../../../server/src/create-deps.js';
import type { Settings } from '../../../server/src/config/settings.js';
import type { ApiKeyKind, ApiKeyScope } from '@hemat/shared/schemas';
import { freshDatabase } from '../../support/fresh-database.js';
import { askApp, type Answer, type Ask } from './ask-app.js';

export type { Answer, Ask } from './ask-app.js';

/** A workspace with its keys. */
export interface TestWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly secretKey: string;
  readonly publishableKey: string;
}

/** A service over a fresh database with a clock of its own, asked through `app.request`. */
export interface TestService extends TestWorkspace {
  readonly databaseUrl: string;
  /** What it was opened with, for a replica of it. */
  readonly opened: Omit<DepsOptions, 'storage'>;
  readonly deps: AppDeps;
  readonly ask: (method: string, path: string, how?: Ask) => Promise<Answer>;
  readonly now: () => number;
  readonly pass: (ms: number) => void;
  readonly makeWorkspace: (
    settings?: Parameters<typeof provisionWorkspace>[1] | object,
  ) => Promise<TestWorkspace>;
  readonly makeKey: (
    kind: ApiKeyKind,
    scopes?: readonly ApiKeyScope[],
    workspaceId?: string,
  ) => Promise<{ id: string; keyId: string; secret: string }>;
  readonly makeCode: (fields?: object) => Promise<{ id: string; code: string }>;
  readonly close: () => Promise<void>;
}

const actor = { kind: 'system', id: null } as const;
let made = 0;

/** Opens a service; limits are off unless `settings.rateLimits` says otherwise. */
export async function openTestService(
  settings: Partial<Settings> = {},
  options: Partial<Pick<DepsOptions, 'log' | 'isOpen'>> = {},
): Promise<TestService> {
  const databaseUrl = await freshDatabase('http');
  const storage = await openStorage(databaseUrl);
  await storage.migrate();
  let clock = Date.parse('2026-11-21T03:00:00Z');
  const now = () => clock;
  const opened: Omit<DepsOptions, 'storage'> = {
    secret: 'a-master-secret-that-only-tests-know',
    now,
    settings: { rateLimits: null, ...settings },
    ...options,
  };
  const deps = createDeps({ storage, ...opened });
  const app = createApp(deps);

  const makeKey: TestService['makeKey'] = async (kind, scopes, workspaceId = first.id) => {
    const workspace = await deps.directory.findWorkspace(workspaceId);
    if (workspace === undefined) throw new Error('no such workspace');
    const input = { name: 'test', kind, mayGrantPlatform: true, ...(scopes && { scopes: [...scopes] }) };
    const key = await createApiKey({ ...deps, workspace, actor }, input);
    if (!key.ok) throw new Error(JSON.stringify(key));
    return { id: key.value.apiKey.id, keyId: key.value.apiKey.keyId, secret: key.value.secret };
  };
  const makeWorkspace: TestService['makeWorkspace'] = async (given = {}) => {
    made += 1;
    const input = { id: deps.newId('usr'), slug: `toko-${made}`, ...given };
    const workspace = await provisionWorkspace({ ...deps, actor }, input);
    if (!workspace.ok) throw new Error(JSON.stringify(workspace));
    const { id, slug } = workspace.value.workspace;
    const { secret: secretKey } = await makeKey('bearer', ['admin'], id);
    const { secret: publishableKey } = await makeKey('publishable', undefined, id);
    return { id, slug, secretKey, publishableKey };
  };
  const first: TestWorkspace = await makeWorkspace();

  const ask = askApp(app, first.secretKey);
  return {
    ...first,
    databaseUrl,
    opened,
    deps,
    ask,
    now,
    pass: (ms) => {
      clock += ms;
    },
    makeWorkspace,
    makeKey,
    makeCode: async (fields = {}) => {
      made += 1;
      const answer = await ask('POST', '/v1/discount-codes', {
        body: { code: `CODE${made}`, type: 'percent', value: 10, ...fields },
      });
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.data;
    },
    close: () => storage.close(),
  };
}
