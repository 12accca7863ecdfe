import { timingSafeEqual } from 'node:crypto';
import type { Site } from '../http/app-type.js';
import { isReady } from '../http/is-ready.js';
import { refuse } from '../http/send.js';

/** Whether the process runs, whether it can work, what it counts. */
export function healthRoutes(app: Site): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const call = c.get('call');
    if (await isReady(call.app)) return c.json({ status: 'ready' });
    call.headers['retry-after'] = '1';
    return refuse(c, { code: 'UNAVAILABLE' });
  });
  app.get('/metrics', async (c) => {
    const { metrics, settings } = c.get('call').app;
    if (settings.metricsToken === null) return refuse(c, { code: 'NOT_FOUND' });
    const isKnown = isSame(c.req.header('authorization') ?? '', `Bearer ${settings.metricsToken}`);
    if (!isKnown) return refuse(c, { code: 'AUTH_REQUIRED' });
    return c.body(await metrics.expose(), 200, { 'content-type': metrics.contentType });
  });
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
