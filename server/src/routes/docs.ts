import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { docsPage, docsPolicy, docsStyle } from '../docs/docs-page.js';
import { openApiDocument } from '../docs/open-api-document.js';
import type { Site } from '../http/app-type.js';

const page = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': docsPolicy,
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const asset = (type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'public, max-age=3600',
  'x-content-type-options': 'nosniff',
});

/** The description of the API, to read and for machines. Both are made when they are first asked for. */
export function docsRoutes(app: Site, publicUrl: string | null): void {
  const description = once(() => JSON.stringify(openApiDocument(publicUrl ?? '/')));
  const script = once(() =>
    readFileSync(createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js')),
  );
  app.get('/v1/openapi.json', () => {
    const headers = { ...asset('application/json'), 'access-control-allow-origin': '*' };
    return new Response(description(), { headers });
  });
  app.get('/docs', () => new Response(docsPage, { headers: page }));
  app.get('/docs/page.css', () => new Response(docsStyle, { headers: asset('text/css') }));
  app.get('/docs/rapidoc.js', () => new Response(script(), { headers: asset('text/javascript') }));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
