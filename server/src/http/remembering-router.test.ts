import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { RememberingRouter } from './remembering-router.js';

function site() {
  return new Hono({ router: new RememberingRouter() })
    .get('/codes/export', (c) => c.text('export'))
    .get('/codes/:id', (c) => c.text(`code ${c.req.param('id')}`))
    .post('/codes', (c) => c.text('created'))
    .get('/codes', (c) => c.text('list'));
}

const ask = async (app: Hono, method: string, path: string) => (await app.request(path, { method })).text();

it.each([
  ['GET', '/codes/export', 'export'],
  ['GET', '/codes/a', 'code a'],
  ['GET', '/codes', 'list'],
  ['POST', '/codes', 'created'],
  ['DELETE', '/codes', '404 Not Found'],
])('answers %s %s the same the second time', async (method, path, answer) => {
  const app = site();
  expect([await ask(app, method, path), await ask(app, method, path)]).toEqual([answer, answer]);
});

it('gives each path its own parameter, whichever was asked for first', async () => {
  const app = site();
  expect([await ask(app, 'GET', '/codes/a'), await ask(app, 'GET', '/codes/b')]).toEqual([
    'code a',
    'code b',
  ]);
});

it('keeps no answer for a path that somebody made up', () => {
  const router = new RememberingRouter<string>();
  router.add('GET', '/codes', 'list');
  router.add('GET', '/*', 'any');
  expect(router.match('GET', '/codes')).toBe(router.match('GET', '/codes'));
  expect(router.match('GET', '/guess')).not.toBe(router.match('GET', '/guess'));
});
