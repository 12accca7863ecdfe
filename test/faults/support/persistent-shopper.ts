import { setTimeout as pause } from 'node:timers/promises';
import { callsOfOrder, type ShopCall } from './shop-plan.js';
import type { ShopAnswer } from './fault-home.js';
import type { ShopRecord } from './shop-process-pool.js';

/** One try of a call over HTTP: its answer, or why there was none. */
export type Attempt = (ShopAnswer & { readonly retryAfter: string | null }) | { readonly broken: string };

/** Makes calls on a service by HTTP, without trying again. */
export function httpAttempts(urlOf: () => string, secretKey: string): (call: ShopCall) => Promise<Attempt> {
  return async ({ path, key, body }) => {
    try {
      const answer = await fetch(`${urlOf()}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${secretKey}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body,
        signal: AbortSignal.timeout(30_000),
      });
      return {
        status: answer.status,
        body: await answer.text(),
        replayed: answer.headers.get('idempotency-replayed') === 'true',
        retryAfter: answer.headers.get('retry-after'),
      };
    } catch (cause) {
      // fetch says `fetch failed` and puts the reason below it.
      const reason = cause instanceof Error ? (cause.cause ?? cause) : cause;
      return { broken: String(reason) };
    }
  };
}

/** Shoppers at work, and what they have seen. */
export interface Shoppers {
  /** Tells them to finish their orders, and waits until they have. */
  readonly stop: () => Promise<Omit<ShopRecord, 'signal'>>;
  /** Every try that was not a success, in its order: a status or a reason. */
  readonly failures: readonly { readonly at: number; readonly attempt: Attempt }[];
  readonly answered: () => number;
  /** What was asked and answered until now. */
  readonly soFar: () => Omit<ShopRecord, 'signal'>;
}

/**
 * Lets `clients` shoppers order one order after the other. A call that breaks or is told to come back is made again, under its
 * key, until it succeeds: `patience` tries, a tenth of a second apart.
 */
export function sendShoppers(
  attempt: (call: ShopCall) => Promise<Attempt>,
  { round, clients = 8, patience = 300 }: { round: string; clients?: number; patience?: number },
): Shoppers {
  const calls: ShopCall[] = [];
  const answers = new Map<string, { status: number; body: string }>();
  const failures: { at: number; attempt: Attempt }[] = [];
  let isOpen = true;

  async function insist(call: ShopCall): Promise<void> {
    calls.push(call);
    for (let tries = 0; tries < patience; tries += 1) {
      const tried = await attempt(call);
      if ('status' in tried && tried.status < 300) {
        answers.set(call.key, { status: tried.status, body: tried.body });
        return;
      }
      failures.push({ at: performance.now(), attempt: tried });
      await pause(100);
    }
    throw new Error(`${call.key} never succeeded: ${JSON.stringify(failures.at(-1))}`);
  }

  const work = async (client: number) => {
    for (let n = 0; isOpen; n += 1) {
      for (const call of callsOfOrder(round, client, n)) await insist(call);
    }
  };
  const working = Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  // Whoever stops them hears of a failure; until then it must not end the process.
  working.catch(() => {});
  return {
    stop: async () => {
      isOpen = false;
      await working;
      return { calls, answers };
    },
    failures,
    answered: () => answers.size,
    soFar: () => ({ calls: [...calls], answers: new Map(answers) }),
  };
}
