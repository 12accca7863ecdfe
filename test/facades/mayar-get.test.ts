import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { initHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';

let home: HematHome;
let service: RunningProcess;
beforeAll(async () => {
  home = await initHemat(tempFolder('mayar'));
  service = await serveHemat(home);
});
afterAll(() => service.stop());

/** Asks as `curl -d … -X GET` does: no platform's fetch sends a body with a GET. */
async function ask(method: string, path: string, body: string): Promise<{ status: number; answer: object }> {
  const call = request(`${service.url}/hl${path}`, {
    method,
    headers: {
      authorization: `Bearer ${home.secretKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    },
  });
  call.end(body);
  // A response event carries its message.
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  // Without an encoding a message gives bytes.
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode ?? 0, answer: JSON.parse(Buffer.concat(parts).toString()) as object };
}

it('Mayar: a question that came as the body of a GET is answered', async () => {
  const campaign = {
    name: 'Promo Kopi',
    discount: { discountType: 'monetary', eligibleCustomerType: 'all', value: 5_000, totalCoupons: 10 },
    coupon: { code: 'KOPI5', type: 'reusable' },
  };
  expect((await ask('POST', '/v2/coupons/create', JSON.stringify(campaign))).status).toBe(200);
  const question = JSON.stringify({ couponCode: 'KOPI5', paymentLinkId: 'link-1', finalAmount: 20_000 });
  expect(await ask('GET', '/v1/coupon/validate', question)).toMatchObject({
    status: 200,
    answer: { statusCode: 200, messages: 'Success', data: { valid: true, coupon: { code: 'KOPI5' } } },
  });
});

it('Mayar: a GET with a body that is too large is refused', async () => {
  const question = JSON.stringify({ couponCode: 'K'.repeat(70_000) });
  expect((await ask('GET', '/v1/coupon/validate', question)).status).toBe(413);
});
