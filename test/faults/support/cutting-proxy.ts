import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server and can drop what the server says. */
export interface CuttingProxy {
  readonly port: number;
  /** From now on the first answer with these bytes in it is dropped, and its connection is cut; then all goes on. */
  readonly cutNext: (bytes: string) => void;
  readonly cuts: () => number;
  readonly close: () => void;
}

/** Opens a proxy to a port of this machine. */
export async function openCuttingProxy(target: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let wanted: string | null = null;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      if (wanted !== null && chunk.includes(wanted)) {
        wanted = null;
        cuts += 1;
        client.resetAndDestroy();
        upstream.destroy();
      } else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A server that listens on a port has an address of this kind.
    port: (server.address() as { port: number }).port,
    cutNext: (bytes) => {
      wanted = bytes;
    },
    cuts: () => cuts,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
