import { HematError, type HematClient } from '@hemat/shared/client';
import type { SeededCode } from './seeded-code.js';
import { seededCodes } from './seeded-codes.js';

/** Puts the sample shop's codes into its workspace; a code that is there already is left as it is. Answers how many are new. */
export async function seedCodes(client: HematClient): Promise<number> {
  await client.workspace.update({ timeZone: 'Asia/Jakarta' });
  let created = 0;
  for (const seeded of seededCodes) if (await seedCode(client, seeded)) created += 1;
  return created;
}

async function seedCode(client: HematClient, { code, rule, afterwards }: SeededCode): Promise<boolean> {
  if (rule === null) return false;
  const id = await createUnlessThere(client, { code, ...rule });
  if (id !== undefined && afterwards === 'archive') await client.discountCodes.archive(id);
  if (afterwards === 'use') await useOnce(client, code);
  return id !== undefined;
}

async function createUnlessThere(
  client: HematClient,
  input: Parameters<HematClient['discountCodes']['create']>[0],
): Promise<string | undefined> {
  try {
    return (await client.discountCodes.create(input)).id;
  } catch (error) {
    if (error instanceof HematError && error.code === 'CODE_EXISTS') return undefined;
    throw error;
  }
}

/** The same order every time: it counts once. */
async function useOnce(client: HematClient, code: string): Promise<void> {
  const order = { orderId: `seed-${code}`, customerId: 'cus_seed', currency: 'IDR', subtotal: 100_000 };
  await client.discountCodes.redeem({ code, ...order });
}
