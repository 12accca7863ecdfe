import { AsyncLocalStorage } from 'node:async_hooks';

const calls = new AsyncLocalStorage<{ fault?: unknown }>();

/** Runs a call of the library and throws a fault of the database, which the library would log or answer with an error of its own. */
export function throwingFaults<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  const kept: { fault?: unknown } = {};
  return calls.run(kept, async () => {
    const answer = await call().catch((error: unknown) => {
      throw kept.fault ?? error;
    });
    if (kept.fault !== undefined) throw kept.fault;
    return answer;
  });
}

/** Runs a query for the library and keeps its fault. */
export async function keepingFault<Answer>(query: () => Promise<Answer>): Promise<Answer> {
  try {
    return await query();
  } catch (error) {
    const kept = calls.getStore();
    if (kept !== undefined) kept.fault = error;
    throw error;
  }
}
