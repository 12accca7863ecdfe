/** Asks the service with a secret key and answers the parsed body; throws unless it went well. */
export type AskManagement = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Calls of a shop's back end outside of what is measured under load. */
export function askManagement(url: string, secretKey: string): AskManagement {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${secretKey}` };
  return async (method, path, body) => {
    const answer = await fetch(url + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status} ${text}`);
    return JSON.parse(text);
  };
}
