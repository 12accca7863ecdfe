import type { RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler, ValidationTargets } from 'hono';
import { z } from 'zod';
import type { Fault } from '../services/refuse-invalid.js';
import { refuseInvalid } from '../services/refuse-invalid.js';
import type { App } from './app-type.js';
import type { AppEnv } from './call.js';
import { fit } from './faults-of.js';
import { answer } from './send.js';

/** One part of a request and its schema. */
interface Part {
  readonly target: keyof ValidationTargets;
  readonly schema: z.ZodType;
  readonly read: (c: Context<AppEnv>) => unknown;
}

/**
 * Puts a described call on an app: it stands in the OpenAPI description, and its request is held to its schemas, query and
 * path before the body, with every fault in one answer.
 */
export function mount<Route extends RouteConfig>(
  app: App,
  route: Route,
  handler: RouteHandler<Route, AppEnv>,
): void {
  const { middleware = [] }: RouteConfig = route;
  app.openAPIRegistry.registerPath(described(route));
  const path = route.path.replaceAll(/\/{(.+?)}/g, '/:$1');
  const before = [middleware].flat() as MiddlewareHandler<AppEnv>[];
  // The handler reads what `validate` has put where Hono's own validators put it, under the route's own types.
  app.on([route.method], [path], ...before, validate(partsOf(route)), handler as MiddlewareHandler<AppEnv>);
}

/** The route as the description takes it; its answers stay unmade until somebody asks for them. */
function described(route: RouteConfig): RouteConfig {
  const { middleware: _, ...properties } = Object.getOwnPropertyDescriptors(route);
  // The properties of a route but for one that may be absent.
  return Object.defineProperties({}, properties) as RouteConfig;
}

function partsOf({ request }: RouteConfig): Part[] {
  const { params, query, body } = request ?? {};
  const json = body?.content['application/json'];
  const bodySchema = json !== undefined && 'schema' in json ? json.schema : undefined;
  const parts: Part[] = [];
  if (isSchema(params)) parts.push({ target: 'param', schema: params, read: (c) => c.req.param() });
  if (isSchema(query)) parts.push({ target: 'query', schema: query, read: readQuery });
  if (isSchema(bodySchema))
    parts.push({ target: 'json', schema: bodySchema, read: (c) => c.get('call').body });
  return parts;
}

function isSchema(schema: unknown): schema is z.ZodType {
  return schema instanceof z.ZodType;
}

/** A name that is given twice stays a list, which no schema of ours takes. */
function readQuery(c: Context<AppEnv>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

function validate(parts: readonly Part[]): MiddlewareHandler<AppEnv> {
  return (c, next) => {
    const faults: Fault[] = [];
    for (const { target, schema, read } of parts) {
      const fitted = fit(schema, read(c));
      if (fitted.ok) c.req.addValidatedData(target, fitted.value as object);
      else faults.push(...fitted.faults);
    }
    return faults.length === 0 ? next() : Promise.resolve(answer(c, refuseInvalid(faults)));
  };
}
