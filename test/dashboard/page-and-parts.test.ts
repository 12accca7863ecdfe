import { afterAll, beforeAll, expect, it } from 'vitest';
import { Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

it('serves one page for every path of its own, under a policy that lets nothing else in', async () => {
  for (const path of ['', '/', '/discounts', '/discounts/disc_x/edit', '/no/such/page']) {
    const answer = await fetch(`${office.url}/dashboard${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).not.toMatch(/https?:\/\//);
  }
});

it('serves the parts of the build and nothing beside them, dense to who takes it so', async () => {
  const page = await (await fetch(`${office.url}/dashboard`)).text();
  const [, part = ''] = /src="(\/dashboard\/assets\/[\w-]+\.js)"/.exec(page) ?? [];
  const dense = await fetch(`${office.url}${part}`, { headers: { 'accept-encoding': 'gzip, br' } });
  const plain = await fetch(`${office.url}${part}`, { headers: { 'accept-encoding': 'identity' } });
  expect(dense.headers.get('content-encoding')).toBe('br');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await dense.text()).toBe(await plain.text());
  expect(plain.headers.get('cache-control')).toContain('immutable');
  for (const name of ['no-such.js', '..%2Findex.html', '..%2F..%2Fscript%2Fhemat.js', '%2e%2e/manifest.json'])
    expect((await fetch(`${office.url}/dashboard/assets/${name}`)).headers.get('content-type')).not.toContain(
      'javascript',
    );
});

it('says of a page that is not there where everything is', async () => {
  const { page } = await office.visit('/no/such/page');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await page.getByRole('link', { name: 'Go to discounts' }).click();
  await page.getByRole('heading', { level: 1, name: 'Discounts' }).waitFor();
});

it('is light or dark as the system is, and readable in both', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await office.visit('/discounts', { colorScheme });
    await page.getByRole('heading', { level: 1, name: 'Discounts' }).waitFor();
    const [background = 0] = await page.evaluate(
      () => getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [],
    );
    expect(background > 128).toBe(colorScheme === 'light');
  }
});
