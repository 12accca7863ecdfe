import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Stage } from './support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
// A stopped process would not hear that it is to end.
afterEach(() => process.kill(stage.service.pid, 'SIGCONT'));
afterAll(() => stage?.close());

it('gives up on a service that hangs after 8 s, never holds the form, and checks on Try again', async () => {
  const body = `<form action="/order"><hemat-discount-field name="discountCode" currency="IDR" subtotal="250000" open>
    </hemat-discount-field><button>Order</button></form>`;
  const { page } = await stage.visit(stage.site.put('/hanging', { head: stage.script, body }));
  const field = page.locator('hemat-discount-field');
  const input = page.getByRole('textbox', { name: 'Promo code' });
  await input.fill('HEMAT10');

  process.kill(stage.service.pid, 'SIGSTOP');
  const asked = performance.now();
  await input.press('Enter');
  await page.locator('hemat-discount-field[state=checking]').waitFor();
  const entries = () => field.evaluate((element) => [...new FormData(element.closest('form') ?? undefined)]);
  expect(await entries()).toEqual([]);
  expect(await page.getByRole('button', { name: 'Order' }).isEnabled()).toBe(true);

  await page.locator('hemat-discount-field[state=unavailable]').waitFor({ timeout: 15_000 });
  const waited = performance.now() - asked;
  expect(waited).toBeGreaterThan(7_500);
  expect(waited).toBeLessThan(10_000);
  expect(await field.locator('[part=message]').innerText()).toBe(
    "We couldn't check the code. You can try again or order without it.",
  );
  expect(await input.inputValue()).toBe('HEMAT10');
  expect(await entries()).toEqual([]);

  process.kill(stage.service.pid, 'SIGCONT');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('hemat-discount-field[state=applied]').waitFor();
  expect((await entries()).map(([name]) => name)).toEqual(['discountCode', 'discountCode-quote']);
});
