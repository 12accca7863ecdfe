import type { HematClient } from '@hemat/shared/client';
import type { DiscountCode } from '@hemat/shared/schemas';
import type { SeededCode } from './seeded-code.js';
import { seededCodes } from './seeded-codes.js';

const timeZone = 'Asia/Jakarta';

/**
 * Puts the sample shop's codes into its workspace and answers how many are new; what is there already is left as it is, and what
 * an earlier run did not finish is finished.
 */
export async function seedCodes(client: HematClient): Promise<number> {
  const workspace = await client.workspace.get();
  if (workspace.timeZone !== timeZone) await client.workspace.update({ timeZone });
  const there = new Map<string, DiscountCode>();
  for await (const code of client.discountCodes.listAll()) {
    if (code.code !== null) there.set(code.code, code);
  }
  for (const seeded of seededCodes) await seedCode(client, seeded, there.get(seeded.code));
  return seededCodes.filter(({ code, rule }) => rule !== null && !there.has(code)).length;
}

async function seedCode(
  client: HematClient,
  seeded: SeededCode,
  there: DiscountCode | undefined,
): Promise<void> {
  const { code, rule, afterwards } = seeded;
  if (rule === null) return;
  const { id, archivedAt, usesTotal } = there ?? (await client.discountCodes.create({ code, ...rule }));
  if (afterwards === 'archive' && archivedAt === null) await client.discountCodes.archive(id);
  if (afterwards === 'use' && usesTotal === 0) await useOnce(client, code);
}

async function useOnce(client: HematClient, code: string): Promise<void> {
  const order = { orderId: `seed-${code}`, customerId: 'cus_seed', currency: 'IDR', subtotal: 100_000 };
  await client.discountCodes.redeem({ code, ...order });
}
