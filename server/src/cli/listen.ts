import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { CliError } from './cli-error.js';

/** What listens. */
export interface Listener {
  /** `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no more connections and answers when those it has are done, or cut after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** Listens on `host:port`; port 0 picks a free one. Throws a `CliError` where the port is taken. */
export async function listen(
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listener> {
  const server = await open(fetch, host, port);
  // A server that listens on a port has an address of this kind.
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, close: (graceMs) => close(server, graceMs) };
}

function open(fetch: Parameters<typeof listen>[0], hostname: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        taken
          ? new CliError(`Port ${port} cannot be used (${error.code}). --port 0 picks a free one.`)
          : error,
      );
    });
  });
}

function close(server: ServerType, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
