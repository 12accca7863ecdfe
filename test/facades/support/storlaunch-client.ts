import type { Answer, TestService } from '../../http/support/test-service.js';

export type StorlaunchClient = (
  method: string,
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** A client written from Storlaunch's recipe: a Bearer key, JSON, nothing signed; null calls as a page does. */
export function storlaunchClient(service: TestService, key: string | null): StorlaunchClient {
  return (method, path, body, headers = {}) =>
    service.ask(method, `/storlaunch/api/v1${path}`, { key, ...(body && { body }), headers });
}
