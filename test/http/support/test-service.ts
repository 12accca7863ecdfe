import { createApp, createDeps, openStorage, type AppDeps } from '@hemat/server';
import { expect } from 'vitest';
import { createApiKey } from '../../../server/src/services/create-api-key.js';
import { provisionWorkspace } from '../../../server/src/services/provision-workspace.js';
import type { DepsOptions } from '../../../server/src/create-deps.js';
import type { Settings } from '../../../server/src/config/settings.js';
import type { ApiKeyKind, ApiKeyScope } from '@hemat/shared/schemas';
import { freshDatabase } from '../../support/fresh-database.js';
import { undeclared } from './open-api-check.js';

/** An answer, its envelope opened. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What was sent back, whatever it is. */
  // Tests read what they know to be there, and fail where it is not.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly field?: string;
    readonly details?: unknown;
  } | null;
  readonly meta: { readonly requestId: string; readonly timestamp: string };
}

/** How to ask. */
export interface Ask {
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  /** null sends none; default the first workspace's key for everything. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** The socket's address. */
  readonly ip?: string;
}

/** A workspace with its keys. */
export interface TestWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly secretKey: string;
  readonly publishableKey: string;
}

/** A service over a fresh database with a clock of its own, asked through `app.request`. */
export interface TestService extends TestWorkspace {
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
  const storage = await openStorage(await freshDatabase('http'));
  await storage.migrate();
  let clock = Date.parse('2026-11-21T03:00:00Z');
  const now = () => clock;
  const secret = 'a-master-secret-that-only-tests-know';
  const deps = createDeps({ storage, secret, now, settings: { rateLimits: null, ...settings }, ...options });
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

  const ask: TestService['ask'] = async (method, path, how = {}) => {
    const { body, key = first.secretKey, headers, ip = '127.0.0.1' } = how;
    const response = await app.request(
      path,
      {
        method,
        headers: {
          ...(key !== null && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      { incoming: { socket: { remoteAddress: ip } } },
    );
    return open(method, path, response);
  };
  return {
    ...first,
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

/** Opens an envelope, and holds every answer to the OpenAPI description. */
async function open(method: string, path: string, response: Response): Promise<Answer> {
  const text = await response.text();
  const contentType = response.headers.get('content-type')?.split(';')[0] ?? '';
  const { status } = response;
  const body: unknown = contentType.endsWith('json') && text !== '' ? JSON.parse(text) : null;
  const [pathname = path] = path.split('?');
  if (body !== null) expect(undeclared({ method, path: pathname, status, contentType, body })).toEqual([]);
  // A problem document has no envelope: then its members are all there is.
  const envelope = (body ?? {}) as Partial<Answer>;
  return {
    status,
    headers: response.headers,
    text,
    data: envelope.data ?? null,
    error: envelope.error ?? null,
    meta: envelope.meta ?? { requestId: '', timestamp: '' },
  };
}
