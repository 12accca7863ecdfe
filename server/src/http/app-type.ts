import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { AppEnv } from './call.js';

/** Everything that is served. */
export type Site = Hono<AppEnv>;

/** Where described calls are put. */
export type App = OpenAPIHono<AppEnv>;
