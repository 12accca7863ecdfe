import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { html } from '@open-wc/testing';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage, freshGroup } from '../../../test/elements/support/field-page.js';
import { setPageDefaults } from '../page/page-defaults.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10' }));
});
afterEach(() => {
  setPageDefaults({ endpoint: '', workspace: '', currency: '' });
  vi.restoreAllMocks();
});

it('takes the page’s defaults, over them its attributes, and over these its properties', async () => {
  setPageDefaults({ endpoint: 'https://page.example.com', workspace: 'page', currency: 'IDR' });
  const asked: string[] = [];
  const fetchOf = vi.mocked(fetch).getMockImplementation();
  vi.mocked(fetch).mockImplementation((input, init) => {
    asked.push(new URL(input instanceof Request ? input.url : input).origin);
    return fetchOf?.(input, init) ?? Promise.reject(new Error('no service'));
  });
  const bare = await FieldPage.open(
    html`<hemat-discount-field
      subtotal="250000"
      persist="none"
      group=${freshGroup()}
    ></hemat-discount-field>`,
  );
  await bare.field.apply('WELCOME10');
  see(service.questions.at(-1)).toMatchObject({ workspace: 'page', currency: 'IDR' });
  const page = await FieldPage.open(
    html`<hemat-discount-field
      endpoint="https://attribute.example.com"
      workspace="attribute"
      currency="USD"
      subtotal="250000"
      persist="none"
      group=${freshGroup()}
    ></hemat-discount-field>`,
  );
  await page.field.apply('WELCOME10');
  see(service.questions.at(-1)).toMatchObject({ workspace: 'attribute', currency: 'USD' });
  page.field.endpoint = 'https://property.example.com';
  page.field.workspace = 'property';
  page.field.currency = 'EUR';
  await page.field.apply('WELCOME10');
  see(service.questions.at(-1)).toMatchObject({ workspace: 'property', currency: 'EUR' });
  see([...new Set(asked)]).toEqual([
    'https://page.example.com',
    'https://attribute.example.com',
    'https://property.example.com',
  ]);
});

it('takes the cart of its attributes, over it that of a JSON child, and over that one its property', async () => {
  const page = await FieldPage.open(
    html`<hemat-discount-field currency="IDR" subtotal="100000" persist="none" group=${freshGroup()}>
    </hemat-discount-field>`,
  );
  await page.field.apply('WELCOME10');
  see(page.field.quote?.total).toBe(90_000);
  const script = document.createElement('script');
  script.type = 'application/json';
  script.slot = 'cart';
  script.textContent = JSON.stringify({ currency: 'IDR', subtotal: 200_000 });
  page.field.append(script);
  await vi.waitFor(() => see(page.field.quote?.total).toBe(180_000));
  page.field.cart = { currency: 'IDR', subtotal: 300_000 };
  see(page.field.quote?.total).toBe(270_000);
  page.field.cart = null;
  see(page.field.quote?.total).toBe(180_000);
  script.remove();
  await vi.waitFor(() => see(page.field.quote?.total).toBe(90_000));
});
