import { throwingFaults } from './kept-faults.js';

/** What a call of the library answers that takes a proof; null where it refuses the proof. A broken world is thrown on. */
export async function unlessRefused<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await throwingFaults(call);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** The library throws its refusals with a status. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
}
