import { HematError, type HematClient } from '@hemat/shared/client';
import type { Task, TaskOutcome } from './task.js';

/** Tells the service one thing. Answers how it ended; throws when it is worth another try. */
export async function carryOut(client: HematClient, task: Task): Promise<TaskOutcome> {
  try {
    return await tell(client, task);
  } catch (error) {
    if (error instanceof HematError && isFinal(error)) return { kind: 'refused', code: error.code };
    throw error;
  }
}

async function tell(client: HematClient, task: Task): Promise<TaskOutcome> {
  switch (task.kind) {
    case 'redeem': {
      const { created, redemptions } = await client.discountCodes.redeem(task.payload);
      return { kind: 'redeemed', created, overLimit: redemptions.some((row) => row.overLimit) };
    }
    case 'release': {
      const { released } = await client.discountCodes.release(task.payload);
      return { kind: 'released', first: released };
    }
    case 'reverse': {
      const { reversed } = await client.redemptions.reverse(task.payload.redemptionId);
      return { kind: 'reversed', first: reversed };
    }
  }
}

const mended = new Set(['MARKETING_MODULE_DISABLED', 'IDEMPOTENCY_KEY_IN_USE', 'RATE_LIMITED']);

/**
 * Whether asking again can never help: the service judged this order and said no. Keys, plans, switches and outages get
 * mended, so what fails for them stays in the outbox.
 */
function isFinal(error: HematError): boolean {
  if (mended.has(error.code)) return false;
  return [400, 404, 409, 422].includes(error.status);
}
