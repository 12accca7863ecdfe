import fc from 'fast-check';
import type { DescribedOperation, Parameter } from './described-operation.js';
import { bodyFor } from './hostile-body.js';
import { headersFor, type Credential } from './hostile-headers.js';
import { canary, canarySecret, hostileValue } from './hostile.js';
import type { Known } from './known-values.js';
import { valueOfSchema } from './value-of-schema.js';

/** A request as it goes over the wire, but for the secret of who asks, which is put in when it is sent. */
export interface WireRequest {
  readonly operation: DescribedOperation;
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly credential: Credential;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Requests for a call: most of them nearly right, some wrong in one place, some in many. */
export function requestFor(operation: DescribedOperation, known: Known): fc.Arbitrary<WireRequest> {
  const [type] = Object.keys(operation.bodies);
  const body = type === undefined ? fc.constant(undefined) : bodyFor(operation, type, known);
  const head = headersFor(type ?? 'application/json');
  return fc
    .tuple(pathOf(operation, known), queryOf(operation, known), head, body, rarely(otherMethod, 30))
    .map(([path, query, { credential, headers }, sent, other]) => {
      const method = other ?? operation.method;
      const mayCarry = method !== 'GET' && method !== 'HEAD' && sent !== undefined;
      const url = `${path}${query}`;
      return { operation, method, url, credential, headers, ...(mayCarry && { body: sent }) };
    });
}

const otherMethod = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS');

/** Mostly null. */
function rarely<Value>(arbitrary: fc.Arbitrary<Value>, oneIn: number): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

const hostilePathPart = fc.constantFrom(
  canary,
  canarySecret,
  '%00',
  '%',
  '%E0%A4%A',
  '%2e%2e%2f',
  '%F0%9F%8E%89',
  'x'.repeat(5000),
  '%20',
  "'%20OR%201=1--",
  '__proto__',
  'disc_',
  'red_01',
  '-1',
);

function pathOf({ path, parameters }: DescribedOperation, known: Known): fc.Arbitrary<string> {
  const named = parameters.filter((parameter) => parameter.in === 'path');
  const values = named.map(({ name, schema }) => {
    // An id is known by what stands before it: `redemptions/{id}`.
    const before = new RegExp(`([\\w-]+)/\\{${name}\\}`).exec(path)?.[1];
    const meaning = name === 'id' ? `${before}.id` : name;
    const right = valueOfSchema(schema ?? {}, known.values, meaning).map(inUrl);
    return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: hostilePathPart });
  });
  return fc
    .tuple(...values)
    .map((parts) =>
      named.reduce((whole, { name }, place) => whole.replace(`{${name}}`, () => parts[place] ?? ''), path),
    );
}

const oddQuery = fc.constantFrom(
  `tomorrow=${canary}`,
  'limit=1&limit=2',
  '__proto__=1',
  '%=%',
  `a[b]=${canary}`,
  '&&&',
  '%00=1',
);

function queryOf({ parameters }: DescribedOperation, known: Known): fc.Arbitrary<string> {
  const named = parameters.filter((parameter) => parameter.in === 'query');
  const pairs = named.map((parameter) => queryPair(parameter, known));
  return fc.tuple(fc.tuple(...pairs), rarely(oddQuery, 12)).map(([given, odd]) => {
    const query = [...given, odd].filter((pair) => pair !== null).join('&');
    return query === '' ? '' : `?${query}`;
  });
}

function queryPair({ name, schema, required }: Parameter, known: Known): fc.Arbitrary<string | null> {
  const value = fc.oneof(
    { weight: 8, arbitrary: valueOfSchema(schema ?? {}, known.values, name) },
    { weight: 1, arbitrary: hostileValue },
  );
  return fc.oneof(
    { weight: required === true ? 9 : 1, arbitrary: value.map((drawn) => `${name}=${inUrl(drawn)}`) },
    { weight: 2, arbitrary: fc.constant(null) },
  );
}

/** As a URL carries it, which can hold no lone surrogate. */
function inUrl(value: unknown): string {
  return encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, '\u{FFFD}'));
}
