import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of pages that a test writes: what is put under a path is served there. */
export class PageServer {
  readonly #server: Server;
  readonly #pages = new Map<string, string>();

  private constructor() {
    this.#server = createServer((request, response) => {
      const page = this.#pages.get(request.url?.split('?')[0] ?? '');
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page);
    });
  }

  /** On a free port. */
  static async open(): Promise<PageServer> {
    const site = new PageServer();
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  /** Serves a document with this head and body and answers its address. */
  put(path: string, { head = '', body = '' }: { head?: string; body?: string }): string {
    this.#pages.set(
      path,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout</title>
<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
    );
    // It listens on TCP.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
