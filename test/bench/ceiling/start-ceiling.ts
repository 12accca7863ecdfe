import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** Serves `app` on a free port of the loopback and prints its address once it answers; ends on SIGTERM. */
export function startCeiling(app: Hono): void {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    console.log(`http://127.0.0.1:${port}`);
  });
  process.once('SIGTERM', () => {
    server.close();
    process.exit(0);
  });
}
