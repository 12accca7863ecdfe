import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage } from '../../../test/elements/support/field-page.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10' }));
});
afterEach(() => vi.restoreAllMocks());

it('asks keyboards and browsers for nothing but the code as it is written', async () => {
  const { input } = await FieldPage.open();
  const given = Object.fromEntries([...input.attributes].map(({ name, value }) => [name, value]));
  see(given).toMatchObject({
    autocomplete: 'off',
    autocapitalize: 'characters',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '64',
  });
});

it('fires nothing when a page sets properties, and asks nothing', async () => {
  const { field } = await FieldPage.open();
  const heard = vi.fn((event: Event) => event.type);
  for (const type of ['apply', 'applied', 'changed', 'removed', 'refused', 'unavailable'])
    field.addEventListener(`hemat-${type}`, heard);
  Object.assign(field, { name: 'other', open: false, required: true, disabled: true, unstyled: true });
  Object.assign(field, { subtotal: 400_000, shippingAmount: 10_000, region: 'ID-JK', lang: 'id' });
  field.cart = { currency: 'IDR', subtotal: 500_000 };
  await field.updateComplete;
  see(heard).not.toHaveBeenCalled();
  see(service.questions).toEqual([]);
});
