import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office, type Desk } from './support/office.js';

const dayMs = 86_400_000;
let ago = 0;
let office: Office;
beforeAll(async () => {
  office = await Office.open({ now: () => Date.now() - ago });
});
afterAll(() => office?.close());

/** An order of Rp 200.000 with 10 % off, paid that many days ago. */
async function order(daysAgo: number, money: object = { currency: 'IDR', subtotal: 200_000 }): Promise<void> {
  ago = daysAgo * dayMs;
  const body = { code: 'KOPI10', orderId: `order-${daysAgo}-${JSON.stringify(money).length}`, ...money };
  await office.call('POST', '/discount-codes/redeem', body);
  ago = 0;
}

async function figuresOf({ page }: Desk): Promise<Record<string, string>> {
  const pairs = page.locator('hemat-stats-page dl > div');
  const texts = await pairs.evaluateAll((all) =>
    all.map((pair) => [pair.querySelector('dt')?.textContent, pair.querySelector('dd')?.textContent]),
  );
  return Object.fromEntries(texts.map(([name, value]) => [name, value?.replace(/\s/g, ' ')]));
}

const monthOf = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'Asia/Jakarta' }).format(at);

it('tells an empty workspace what would stand here, and how to begin, but a viewer only the first', async () => {
  const desk = await office.visit('/discounts');
  await desk.page.getByRole('link', { name: 'Results' }).click();
  await desk.page.getByRole('heading', { name: 'No paid order with a code in this time' }).waitFor();
  expect(await desk.page.getByRole('row').count()).toBe(7);
  expect(await axeFaults(desk)).toEqual([]);
  await desk.page.getByRole('link', { name: 'New discount' }).click();
  await desk.page.getByRole('heading', { level: 1, name: 'New discount' }).waitFor();
  const viewer = await office.visit('/stats', { as: 'viewer' });
  await viewer.page.getByRole('heading', { name: 'No paid order with a code in this time' }).waitFor();
  expect(await viewer.page.getByRole('link', { name: 'New discount' }).count()).toBe(0);
});

it('adds up the orders of the period that is chosen, by keyboard too, and the module fee by month', async () => {
  ago = 250 * dayMs;
  await office.call('POST', '/discount-codes', { code: 'KOPI10', type: 'percent', value: 10 });
  for (const daysAgo of [200, 40, 1, 0]) await order(daysAgo);
  await order(0, { currency: 'USD', subtotal: 5000 });

  const desk = await office.visit('/stats', { as: 'viewer' });
  const { page } = desk;
  await page.getByRole('status').getByText('30 days: 2 uses').waitFor({ state: 'attached' });
  expect(await figuresOf(desk)).toEqual({
    Uses: '2',
    'Given away': 'Rp 40,000',
    'Paid by buyers': 'Rp 360,000',
    'Average order with a discount': 'Rp 180,000',
    'The same orders without it, on average': 'Rp 200,000',
  });
  expect(await page.locator('hemat-uses-chart').getByRole('row').count()).toBe(31);
  expect(await axeFaults(desk)).toEqual([]);

  await page.getByRole('link', { name: '90 days' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/period=90d/);
  await expect.poll(async () => (await figuresOf(desk))['Uses']).toBe('3');
  await page.getByRole('link', { name: '12 months' }).click();
  await expect.poll(async () => (await figuresOf(desk))['Uses']).toBe('4');
  expect(await page.getByRole('link', { name: '12 months' }).getAttribute('aria-current')).toBe('true');
  await page.getByRole('link', { name: 'USD' }).click();
  await expect.poll(async () => (await figuresOf(desk))['Paid by buyers']).toBe('$45.00');
  await page.goBack();
  await expect.poll(async () => (await figuresOf(desk))['Uses']).toBe('4');

  const fees = page.getByRole('table', { name: 'Module fee by month, newest first' });
  const orders = { [monthOf(Date.now())]: 1, [monthOf(Date.now() - 40 * dayMs)]: 1 };
  const yesterday = monthOf(Date.now() - dayMs);
  orders[yesterday] = (orders[yesterday] ?? 0) + 1;
  for (const [month, count] of Object.entries(orders)) {
    const row = fees.getByRole('row', { name: month }).filter({ hasText: 'Rp' });
    const [paid, fee] = [180_000, 540].map((each) => `Rp ${(count * each).toLocaleString('en')}`);
    expect((await row.innerText()).replace(/\s+/g, ' ')).toContain(`${count} ${paid} ${fee}`);
  }
  await page.getByText('The fee is 0.3% of what buyers paid').waitFor();
  expect(desk.complaints).toEqual([]);
});

it('says where the service is out of reach, and counts again as soon as it is asked to', async () => {
  const desk = await office.visit('/stats');
  const { page } = desk;
  await expect.poll(async () => (await figuresOf(desk))['Uses']).toBe('2');
  await page.context().setOffline(true);
  await page.getByRole('link', { name: '90 days' }).click();
  await page.getByRole('alert').getByText('The service cannot be reached').waitFor();
  expect(await page.getByRole('table', { name: /Module fee/ }).count()).toBe(1);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(async () => (await figuresOf(desk))['Uses']).toBe('3');
});

it.each([375, 1200])('fits a window of %i px, in the dark and in Indonesian as well', async (width) => {
  for (const options of [{}, { colorScheme: 'dark', locale: 'id-ID' }] as const) {
    const desk = await office.visit('/stats?period=12m', { viewport: { width, height: 800 }, ...options });
    await desk.page.locator('hemat-uses-chart').waitFor();
    expect(
      await desk.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
    expect(await axeFaults(desk)).toEqual([]);
  }
});
