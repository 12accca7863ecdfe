import { expect, it } from 'vitest';
import { signRipllo } from './ripllo.js';
import { signStandard } from './standard.js';

const event = {
  workspace_id: 'acc_1',
  id: 'evt_1',
  type: 'discount.redeemed',
  data: '{}',
  created_at: Date.UTC(2026, 0, 1),
};

it("signs as Ripllo's own vector says", () => {
  const { body, headers } = signRipllo({ event, secrets: ['whsec_test'], now: 1_750_000_000_123 });
  expect(body).toBe(
    '{"id":"evt_1","type":"discount.redeemed","occurredAt":"2026-01-01T00:00:00.000Z","accountId":"acc_1","data":{},"metadata":{}}',
  );
  expect(headers).toEqual({
    'ripllo-signature': 't=1750000000,v1=88a2e7108f10885020f2d9e25c45e968735979e528113f1841936e93019d169c',
  });
});

it('signs with every secret, the newest first', () => {
  const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_AAAA'];
  const both = signStandard({ event, secrets, now: 1_750_000_000_000 }).headers['webhook-signature'];
  const [newest, oldest] = secrets.map(
    (secret) =>
      signStandard({ event, secrets: [secret], now: 1_750_000_000_000 }).headers['webhook-signature'],
  );
  expect(both).toBe(`${newest} ${oldest}`);
});
