import { serve } from '@hono/node-server';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, type Config } from './config.js';
import { openShop } from './open-shop.js';

try {
  run(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Opens the shop, says where, and closes it in order when it is told to stop. */
function run(config: Config): void {
  const shop = openShop(config, join(fileURLToPath(import.meta.url), '../public'));
  const server = serve({ fetch: shop.app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
    process.stdout.write(`http://${config.host}:${port}\n`);
    shop.outbox.start();
  });
  server.on('error', (error) => {
    process.stderr.write(`The shop cannot listen on ${config.host}:${config.port}: ${error.message}\n`);
    process.exitCode = 1;
    void shop.close();
  });
  const stop = (): void => {
    server.close(() => void shop.close());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
