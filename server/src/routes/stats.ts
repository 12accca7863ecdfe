import {
  moduleFees,
  moduleFeesQuery,
  simulateAnswer,
  simulateInput,
  stats,
  statsQuery,
} from '@hemat/shared/schemas';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { idParam, jsonBody } from '../http/request-parts.js';
import { loadModuleFees } from '../services/stats/load-module-fees.js';
import { loadStats } from '../services/stats/load-stats.js';
import { simulateCode } from '../services/stats/simulate-code.js';

const tag = 'Stats';
const figures = { 200: { description: 'The figures, by day or month.', data: stats } } as const;

const ofCode = secretEndpoint({
  method: 'get',
  path: '/discount-codes/{id}/stats',
  tag,
  summary: 'Ask what a code has brought',
  description:
    "By the day the payment was counted, in the workspace's zone. A reversal takes its order out of the day of its payment.",
  scopes: ['read'],
  needsModule: false,
  request: { params: idParam, query: statsQuery },
  answers: figures,
});

const ofAll = secretEndpoint({
  method: 'get',
  path: '/stats',
  tag,
  summary: 'Ask what all codes have brought',
  description: 'Each order once, however many codes it had.',
  scopes: ['read'],
  needsModule: false,
  request: { query: statsQuery },
  answers: figures,
});

const fees = secretEndpoint({
  method: 'get',
  path: '/modules/fees',
  tag,
  summary: 'Ask what the Marketing module costs in a month',
  scopes: ['read'],
  needsModule: false,
  request: { query: moduleFeesQuery },
  answers: { 200: { description: 'The fees of the month.', data: moduleFees } },
});

const simulate = secretEndpoint({
  method: 'post',
  path: '/discount-codes/{id}/simulate',
  tag,
  summary: 'Ask what a code would have cost on some carts',
  description: 'By the rule that locks; caps count from the first cart on. Stores nothing.',
  scopes: ['read', 'manage'],
  needsModule: true,
  request: { params: idParam, body: jsonBody(simulateInput) },
  answers: { 200: { description: 'What it would have cost.', data: simulateAnswer } },
});

/** What codes have brought, and what the module costs. */
export function statsRoutes(app: App): void {
  mount(app, ofCode, (c) =>
    perform(c, (deps) => loadStats(deps, { ...c.req.valid('query'), ...c.req.valid('param') })),
  );
  mount(app, ofAll, (c) => perform(c, (deps) => loadStats(deps, c.req.valid('query'))));
  mount(app, simulate, (c) =>
    perform(c, (deps) => simulateCode(deps, { ...c.req.valid('json'), ...c.req.valid('param') }), {
      isRead: true,
    }),
  );
  mount(app, fees, (c) => perform(c, (deps) => loadModuleFees(deps, c.req.valid('query'))));
}
