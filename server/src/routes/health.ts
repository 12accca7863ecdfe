import type { App } from '../http/app-type.js';
import { refuse } from '../http/send.js';

/** Whether the process runs, whether it can work, what it counts. */
export function healthRoutes(app: App): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const { app: deps } = c.get('call');
    if (deps.isOpen() && (await deps.storage.isReady())) return c.json({ status: 'ready' });
    return refuse(c, { code: 'UNAVAILABLE' });
  });
  app.get('/metrics', async (c) => {
    const { metrics, settings } = c.get('call').app;
    if (settings.metricsToken === null) return refuse(c, { code: 'NOT_FOUND' });
    if (c.req.header('authorization') !== `Bearer ${settings.metricsToken}`) {
      return refuse(c, { code: 'AUTH_REQUIRED' });
    }
    return c.body(await metrics.expose(), 200, { 'content-type': metrics.contentType });
  });
}
