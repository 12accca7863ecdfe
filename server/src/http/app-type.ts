import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './call.js';

/** The application that routes are put on. */
export type App = OpenAPIHono<AppEnv>;
