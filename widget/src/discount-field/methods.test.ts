import { afterEach, beforeEach, expect as see, it, vi } from 'vitest';
import { FakeService, makeRule } from '../../../test/elements/support/fake-service.js';
import { FieldPage } from '../../../test/elements/support/field-page.js';
import '../define.js';

let service: FakeService;
beforeEach(() => {
  service = new FakeService();
  service.rules.push(makeRule({ code: 'WELCOME10', combinesWith: ['shipping'] }));
  service.rules.push(
    makeRule({
      code: 'ONGKIR',
      discount: { type: 'shipping_percent', basisPoints: 10_000 },
      combinesWith: ['cart'],
    }),
  );
});
afterEach(() => vi.restoreAllMocks());

it('answers what became of a code: applied, refused, unavailable', async () => {
  const page = await FieldPage.open();
  see(await page.field.apply('WELCOME10')).toMatchObject({ type: 'applied', quote: { total: 225_000 } });
  see(await page.field.apply('NOPE')).toEqual({ type: 'refused', reason: 'CODE_NOT_FOUND' });
  service.fault = 'network';
  see(await page.field.apply('OTHER')).toEqual({ type: 'unavailable', cause: 'NETWORK' });
});

it('gives one code up by name, and all of them without', async () => {
  const page = await FieldPage.open();
  await page.field.apply('WELCOME10');
  await page.field.apply('ONGKIR');
  const held = (): string[] | undefined => page.field.quote?.codes.map(({ code }) => code);
  see(held()).toEqual(['WELCOME10', 'ONGKIR']);
  page.field.clear('WELCOME10');
  see(held()).toEqual(['ONGKIR']);
  page.field.clear();
  see(page.field.quote).toBe(null);
});

it('asks anew about the codes it holds when it is told to, and gives up what is no longer accepted', async () => {
  const page = await FieldPage.open();
  await page.field.apply('WELCOME10');
  const before = service.questions.length;
  service.takenBack.set('WELCOME10', 'MAX_USES_REACHED');
  page.field.refresh();
  await page.settle('refused');
  see(service.questions).toHaveLength(before + 1);
  see(page.field.quote).toBe(null);
});

it('takes the keyboard to the input, or to the button that opens it', async () => {
  const page = await FieldPage.open();
  page.field.focus();
  see(page.root.activeElement).toBe(page.input);
  page.field.open = false;
  await page.field.updateComplete;
  page.field.focus();
  see(page.root.activeElement).toBe(page.find('[part=toggle]'));
});
