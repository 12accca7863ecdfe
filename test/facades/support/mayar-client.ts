import type { Answer, TestService } from '../../http/support/test-service.js';

/** Mayar's envelope. */
export interface MayarAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly statusCode: number;
  readonly messages: string;
  // Tests read what they know to be there, and fail where it is not.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly hasMore?: boolean;
  readonly nextStartingAfter?: string | null;
}

export type MayarClient = (
  method: string,
  path: string,
  body?: unknown,
  how?: { readonly contentType?: string; readonly ip?: string },
) => Promise<MayarAnswer>;

/** A client written from Mayar's recipe: a Bearer key, JSON text under whatever media type the tool at hand sends. */
export function mayarClient(service: TestService, key: string | null = service.secretKey): MayarClient {
  return async (method, path, body, { contentType = 'application/x-www-form-urlencoded', ip } = {}) => {
    const answer: Answer = await service.ask(method, `/hl${path}`, {
      key,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: { ...(body !== undefined && { 'content-type': contentType }) },
      ...(ip !== undefined && { ip }),
    });
    const { status, headers } = answer;
    return { ...(JSON.parse(answer.text) as Omit<MayarAnswer, 'status' | 'headers'>), status, headers };
  };
}
