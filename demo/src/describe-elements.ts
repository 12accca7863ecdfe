import { signCustomerToken } from '@hemat/shared/client';
import { z } from 'zod';
import type { Config } from './config.js';
import type { PageElements } from './pages/page.js';

const embed = z.object({ data: z.object({ scriptUrl: z.url(), integrity: z.string() }) });

const tokenSeconds = 3600;
const askEveryMs = 10 * 60_000;
const askAgainAfterFailureMs = 10_000;

/**
 * What a page tells the discount elements. The script's versioned address and hash come from the service, asked for every ten
 * minutes behind the pages' backs; until it has answered, pages carry the moving address, so that no page ever waits for it.
 */
export function createElementsDescriber(config: Config, now: () => number) {
  const { endpoint, workspace, publishableKey, secretKey } = config;
  let script = { scriptUrl: `${endpoint}/v1/hemat.js`, integrity: null as string | null };
  let askAgainAt = 0;

  const ask = async (): Promise<void> => {
    askAgainAt = now() + askAgainAfterFailureMs;
    try {
      const url = `${endpoint}/v1/embed?workspace=${encodeURIComponent(workspace)}`;
      const response = await fetch(url, { signal: AbortSignal.timeout(3000) });
      script = embed.parse(await response.json()).data;
      askAgainAt = now() + askEveryMs;
    } catch {
      // The last known address serves until the next ask.
    }
  };
  return async (customerId: string | null): Promise<PageElements> => {
    if (now() >= askAgainAt) void ask();
    const customerToken =
      customerId && (await signCustomerToken(secretKey, customerId, { expiresInSeconds: tokenSeconds }));
    return { ...script, endpoint, workspace, publishableKey, customerToken };
  };
}
