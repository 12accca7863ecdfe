/** One answer of the service: the HTTP status and the envelope's two halves. */
export interface ApiAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly error: { readonly code: string; readonly message: string; readonly details?: unknown } | null;
}

/** Asks the service: `call('POST', '/discount-codes', body)`; the path starts behind `/v1`. */
export type CallApi = (method: string, path: string, body?: unknown) => Promise<ApiAnswer>;

/** A caller with a key. It rejects only when no answer came. */
export function apiCaller(url: string, key: string): CallApi {
  return async (method, path, body) => {
    const answer = await fetch(`${url}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // The envelope is the contract of every answer; what is inside is checked where it is read.
    const envelope = (await answer.json()) as Pick<ApiAnswer, 'data' | 'error'>;
    return { status: answer.status, data: envelope.data, error: envelope.error };
  };
}

/** The data of an answer that must be a success; throws with its error otherwise. */
export function dataOf(answer: ApiAnswer): unknown {
  if (answer.error !== null || answer.status >= 300) {
    throw new Error(`The service answered ${answer.status} ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}
