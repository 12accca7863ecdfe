import { setTimeout as pause } from 'node:timers/promises';
import type { WebhookEndpoint, WebhookEventDetail } from '@hemat/shared/schemas';
import { hasMarkedEvents } from '../../../server/src/storage/repositories/webhook-outbox.js';
import { listDueEndpoints } from '../../../server/src/storage/repositories/webhook-endpoints.js';
import type { Outlet } from '../../../server/src/webhooks/post-message.js';
import { startWebhookWorker } from '../../../server/src/webhooks/start-webhook-worker.js';
import type { DepsOptions } from '../../../server/src/create-deps.js';
import { openTestService, type TestService } from '../../http/support/test-service.js';

/** A service that may send to this machine. */
export interface WebhookService extends TestService {
  /** Sends what is due by the service's clock, and answers when all of it is sent and its results are stored. */
  readonly sendDue: (outlet?: Partial<Outlet>) => Promise<void>;
  /** Makes an endpoint; its secret. */
  readonly makeEndpoint: (
    fields: object,
    key?: string,
  ) => Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string }>;
  readonly loadEndpoint: (id: string) => Promise<WebhookEndpoint>;
  /** The newest events of the workspace, with every attempt. */
  readonly events: (query?: string) => Promise<WebhookEventDetail[]>;
}

/** Opens a service whose worker runs only when it is told to. */
export async function openWebhookService(
  options: Partial<Pick<DepsOptions, 'log'>> = {},
): Promise<WebhookService> {
  const service = await openTestService({ webhooks: { concurrency: 0, targets: 'any' } }, options);
  const { ask, deps } = service;
  const isIdle = async () => {
    const { reader } = deps.storage;
    return !(await hasMarkedEvents(reader)) && (await listDueEndpoints(reader, deps.now())).length === 0;
  };
  return {
    ...service,
    sendDue: async (outlet = {}) => {
      const worker = startWebhookWorker(deps, {
        concurrency: 16,
        outlet: { targets: 'any', ...outlet },
        pollMs: 10,
      });
      while (!(await isIdle())) await pause(5);
      await worker.stop(10_000);
    },
    makeEndpoint: async (fields, key) => {
      const answer = await ask('POST', '/v1/webhooks/endpoints', { body: fields, ...(key && { key }) });
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.data;
    },
    loadEndpoint: async (id) => (await ask('GET', `/v1/webhooks/endpoints/${id}`)).data,
    events: async (query = '') => {
      const { data } = await ask('GET', `/v1/webhooks/events${query}`);
      const details: WebhookEventDetail[] = [];
      for (const { id } of data.items) details.push((await ask('GET', `/v1/webhooks/events/${id}`)).data);
      return details;
    },
  };
}
