import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A document that a test writes. */
interface Document {
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Resource {
  readonly content: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A site of pages that a test writes: what is put under a path is served there; a form sent to `/posted` is shown. */
export class PageServer {
  readonly #server: Server;
  readonly #resources = new Map<string, Resource>();

  private constructor() {
    this.#server = createServer((request, response) => {
      if (request.method === 'POST' && request.url === '/posted') return void showPosted(request, response);
      const { content, headers } = this.#resources.get(request.url?.split('?')[0] ?? '') ?? notFound;
      response.writeHead(content === notFound.content ? 404 : 200, headers);
      response.end(content);
    });
  }

  /** On a free port. */
  static async open(): Promise<PageServer> {
    const site = new PageServer();
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  /** Serves a document with this head and body and answers its address. */
  put(path: string, { head = '', body = '', headers = {} }: Document): string {
    return this.putFile(path, 'text/html', documentOf(head, body), headers);
  }

  /** Serves a text of any kind and answers its address. */
  putFile(path: string, type: string, content: string, headers: Resource['headers'] = {}): string {
    this.#resources.set(path, { content, headers: { 'content-type': `${type}; charset=utf-8`, ...headers } });
    // It listens on TCP.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const notFound: Resource = { content: 'There is no such page.', headers: { 'content-type': 'text/html' } };

function documentOf(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout</title>
<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

/** Answers a url-encoded form with its entries, as JSON in `#posted`. */
async function showPosted(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let sent = '';
  for await (const chunk of request.setEncoding('utf8')) sent += chunk;
  const entries = JSON.stringify([...new URLSearchParams(sent)]).replaceAll('<', '\\u003c');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(documentOf('', `<pre id="posted">${entries}</pre>`));
}
