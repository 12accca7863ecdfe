import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReceiver, type Receiver } from '../webhooks/support/receiver.js';
import { axeFaults, Office } from './support/office.js';

let office: Office;
let receiver: Receiver;
beforeAll(async () => {
  office = await Office.open();
  receiver = await startReceiver();
});
afterAll(async () => {
  await office?.close();
  await receiver?.close();
});

it('adds an endpoint, tests it, shows what was sent and answered, and sends it again', async () => {
  const desk = await office.visit('/webhooks');
  const { page } = desk;
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  const form = page.getByRole('dialog', { name: 'Add an endpoint' });
  await form.getByRole('button', { name: 'Add it' }).click();
  await form.getByText('An https address without user name').waitFor();
  await form.getByLabel('Address').fill(receiver.url);
  await form.getByRole('radio', { name: 'Only these' }).check();
  await form.getByRole('checkbox', { name: 'a use is counted' }).check();
  expect(await axeFaults(desk)).toEqual([]);
  await form.getByRole('button', { name: 'Add it' }).click();
  const secret = await page
    .getByRole('dialog', { name: 'Keep this secret now' })
    .locator('output')
    .innerText();
  await page.getByRole('button', { name: 'I have kept it' }).click();

  receiver.answerWith((response) => response.writeHead(204).end());
  await page.getByRole('button', { name: /Send a test/ }).click();
  await expect.poll(() => receiver.received.length).toBe(1);
  const [test] = receiver.received;
  if (test === undefined) throw new Error('nothing came');
  new Webhook(secret).verify(test.body, test.headers as Record<string, string>);

  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Refresh' }).click();
      return page.getByRole('row', { name: /a test.*delivered/s }).count();
    })
    .toBe(1);
  await page
    .getByRole('row', { name: /a test/ })
    .getByRole('button', { name: /Details/ })
    .click();
  const details = page.getByRole('dialog', { name: 'a test' });
  await details.getByText(/204 after/).click();
  await details.getByText('webhook-signature').waitFor();
  expect(await axeFaults(desk)).toEqual([]);
  await details.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => receiver.received.length).toBe(2);
  expect(receiver.received[1]?.headers['webhook-id']).toBe(test.headers['webhook-id']);
});

it('pauses an endpoint, gives it a new secret and deletes it', async () => {
  const { page } = await office.visit('/webhooks');
  const endpoint = page.getByRole('list', { name: 'Endpoints' }).getByRole('listitem').first();
  await endpoint.getByRole('button', { name: /Pause/ }).click();
  await endpoint.getByText('paused').waitFor();
  await endpoint.getByRole('button', { name: /Go on/ }).click();
  await endpoint.getByText('active', { exact: true }).waitFor();
  await endpoint.getByRole('button', { name: /New secret/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await endpoint.getByText('The old secret still signs until').waitFor();
  await endpoint.getByRole('button', { name: /Delete/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'No endpoints yet' }).waitFor();
});
