import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Site } from '../http/app-type.js';
import type { CallContext } from '../http/call.js';
import { refuse } from '../http/send.js';

const year = 31_536_000;

/** Everything comes from this service; styles are built from constructed sheets, markup by lit alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'cache-control': 'no-cache',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The merchant's dashboard: its page under every path below `/dashboard`, as the page itself reads the path, and its parts under
 * `/dashboard/assets`, whose names change with their content. 404 where it was not built.
 */
export function dashboardRoutes(app: Site, folder: string): void {
  const files = readBuild(folder);
  const page = (c: CallContext) =>
    files.page === null
      ? refuse(c, { code: 'NOT_FOUND' })
      : new Response(files.page, { headers: pageHeaders });
  app.get('/dashboard/assets/:name', (c) => {
    const name = c.req.param('name');
    const type = types[extname(name)];
    if (type === undefined || !files.assets.has(name)) return refuse(c, { code: 'NOT_FOUND' });
    const isDense = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
    return new Response(isDense ? files.readDense(name) : files.read(name), {
      headers: {
        'content-type': type,
        vary: 'accept-encoding',
        ...(isDense && { 'content-encoding': 'br' }),
        'cache-control': `public, max-age=${year}, immutable`,
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      },
    });
  });
  app.get('/dashboard', page);
  app.get('/dashboard/*', page);
}

/** What the build left: only names that it wrote can be asked for. */
interface Build {
  readonly page: string | null;
  readonly assets: ReadonlySet<string>;
  readonly read: (name: string) => Bytes;
  /** With brotli. */
  readonly readDense: (name: string) => Bytes;
}

type Bytes = Uint8Array<ArrayBuffer>;

function readBuild(folder: string): Build {
  const assets = new Set(listFolder(join(folder, 'assets')));
  const read = keep((name) => new Uint8Array(readFileSync(join(folder, 'assets', name))));
  const readDense = keep((name) => new Uint8Array(brotliCompressSync(read(name), density)));
  const page = assets.size === 0 ? null : readFileSync(join(folder, 'index.html'), 'utf8');
  return { page, assets, read, readDense };
}

/** Nearly as small as the densest, in a tenth of its time: each part is made when it is first asked for. */
const density = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

function keep(make: (name: string) => Bytes): (name: string) => Bytes {
  const kept = new Map<string, Bytes>();
  return (name) => {
    const bytes = kept.get(name) ?? make(name);
    kept.set(name, bytes);
    return bytes;
  };
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
