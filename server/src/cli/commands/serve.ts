import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { defineCommand } from 'citty';
import { pino } from 'pino';
import { createApp } from '../../app.js';
import { createLog } from '../../http/create-log.js';
import { CliError } from '../cli-error.js';
import { startChores } from '../chores.js';
import { startWebhooks } from '../start-webhooks.js';
import { listen } from '../listen.js';
import { loadConfig, openService } from '../open-service.js';
import { print } from '../print.js';

/** For whoever asks whether the service is ready, ms; then it listens no more. */
const noticeMs = 250;
/** For what runs, ms. */
const graceMs = 9_000;

/** `hemat serve`: the service, until a signal; then readiness ends first and what runs is finished. */
export const serve = defineCommand({
  meta: { name: 'serve', description: 'Run the service; prints its URL once it is ready to answer' },
  args: {
    port: { type: 'string', description: 'Port; 0 picks a free one. HEMAT_PORT by default, else 8787' },
    host: { type: 'string', description: 'Address; HEMAT_HOST by default, else 127.0.0.1' },
  },
  run: async ({ args }) => {
    const config = loadConfig();
    const port = args.port === undefined ? config.port : readPort(args.port);
    // Standard output belongs to the URL.
    const log = createLog(
      config.logLevel,
      pino.destination({ dest: 2, sync: false, minLength: 16_000, periodicFlush: 1000 }),
    );
    let isOpen = true;
    const deps = await openService(config, { exclusive: true, migrate: true, log, isOpen: () => isOpen });
    if (config.settings.rateLimits === null) log.warn('rate limits are off (HEMAT_RATE_LIMITS=off)');
    const listener = await listen(createApp(deps).fetch, { host: args.host ?? config.host, port });
    const stopChores = startChores(deps);
    const stopWebhooks = startWebhooks(deps);
    print(listener.url);
    const signal = await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    log.info({ signal: String(signal[0] ?? '') }, 'stopping');
    isOpen = false;
    await pause(noticeMs);
    await Promise.all([listener.close(graceMs), stopWebhooks(graceMs)]);
    await stopChores();
    await deps.keyUses.flush();
    await deps.storage.close();
    log.flush();
  },
});

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new CliError('--port takes a number from 0 to 65535.');
  return port;
}
