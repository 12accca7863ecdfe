import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/temp-folder.js';

it('the example in the guide signs as the vector says', async () => {
  const guide = readFileSync(join(root, 'docs/migrate/ripllo.md'), 'utf8');
  const [, code = ''] = /```js\n([\s\S]+?)```/.exec(guide) ?? [];
  // The module of the guide exports what it shows.
  const { sign } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    sign: (call: object) => Record<string, string>;
  };
  const headers = sign({
    keyId: 'AKIARPLO1',
    secret: 'secret_test_xyz',
    method: 'POST',
    path: '/api/v1/discount-codes',
    body: '{"code":"SPRING10","type":"percent","value":10,"currency":"IDR","public":false}',
    idempotencyKey: 'idem_00000000-0000-4000-8000-000000000000',
    now: 1_750_000_000_000,
  });
  expect(headers.authorization).toMatch(/b7db565f908aaf90d6e401d2bd533e2270c8c3bbde4511bed9abe755ba91b960$/);
  expect(headers['x-ripllo-timestamp']).toBe('1750000000');
});
