import { hash } from 'node:crypto';
import type { DirectoryDeps } from '../services/directory.js';
import type { Outcome } from '../services/outcome.js';
import { refuseInvalid } from '../services/refuse-invalid.js';
import { runOnce, type OnceKey } from '../services/run-once.js';
import type { Call, CallContext } from './call.js';
import { callerOf } from './caller-of.js';
import { renderOutcome } from './render.js';
import { answer, refuse, send, styleOf } from './send.js';
import { headerOf } from './header-of.js';

/** How a verb's answer leaves. */
export interface Performance<Value> {
  /** Default 200. */
  readonly status?: (value: Value) => 200 | 201 | 202;
  /** The value as this door shows it; default as it is. */
  readonly present?: (value: Value) => unknown;
  /** Of the cart, for amounts in sentences; default: the workspace's. */
  readonly currency?: string | null | undefined;
  /** Whether the verb writes more than once, or answers something else than its write did. Default false. */
  readonly severalWrites?: boolean;
  /** Whether the answer shows a secret. Default false. */
  readonly isSecret?: boolean;
  /** Whether a POST writes nothing. Default false. */
  readonly isRead?: boolean;
}

/** Runs a verb for the caller and answers its outcome; a POST with an `Idempotency-Key` runs once. */
export async function perform<Value>(
  c: CallContext,
  verb: (deps: DirectoryDeps) => Promise<Outcome<Value>>,
  performance: Performance<Value> = {},
): Promise<Response> {
  const { currency = null, severalWrites = false, isSecret = false } = performance;
  const call = c.get('call');
  call.isRead ||= performance.isRead === true;
  const deps = depsOf(call);
  const style = styleOf(c, currency);
  const idempotencyKey = c.req.method === 'POST' ? idempotencyKeyOf(c) : undefined;
  if (idempotencyKey === undefined) return answer(c, await verb(deps), performance, style);
  if (!/^[\x20-\x7e]{1,255}$/.test(idempotencyKey)) {
    const fault = {
      path: ['Idempotency-Key'],
      code: 'custom',
      message: 'is not 1–255 printable ASCII characters',
    };
    return answer(c, refuseInvalid([fault]));
  }
  const key = await onceKey(c, call, idempotencyKey);
  const once = await runOnce(deps, {
    key,
    verb,
    render: (outcome) => renderOutcome(call, outcome, performance, style),
    storesInWrite: !severalWrites,
    isSecret,
  });
  if (once.kind === 'refused') return refuse(c, once.refusal);
  if (once.replayed) call.headers['idempotency-replayed'] = 'true';
  return send(call, once.answer);
}

/** Named one by one: an object that is copied whole and added to costs several times more. */
function depsOf(call: Call): DirectoryDeps {
  const { storage, now, newId, inFlight, randomBytes, deriveKey, directory } = call.app;
  const { workspace, actor } = callerOf(call);
  return { storage, now, newId, inFlight, randomBytes, deriveKey, directory, workspace, actor };
}

/** Storlaunch's clients write the header with an `X-`. */
function idempotencyKeyOf(c: CallContext): string | undefined {
  return headerOf(c, 'idempotency-key') ?? headerOf(c, 'x-idempotency-key');
}

/** The key is its caller's own: the key that called or, without one, the address it called from. */
async function onceKey(c: CallContext, call: Call, idempotencyKey: string): Promise<OnceKey> {
  const { key, member, workspace } = callerOf(call);
  const who = key?.id ?? member?.id ?? `ip ${call.clientIp ?? ''}`;
  const scope = JSON.stringify([who, c.req.method, c.req.path, idempotencyKey]);
  return {
    workspaceId: workspace.id,
    scopeHash: hash('sha256', scope, 'hex'),
    requestHash: hash('sha256', `${new URL(c.req.url).search}\n${await c.req.text()}`, 'hex'),
  };
}
