import { codeTotalsList, codeTotalsQuery } from '@hemat/shared/schemas';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { listCodeTotals } from '../services/stats/list-code-totals.js';

const list = secretEndpoint({
  method: 'get',
  path: '/stats/discount-codes',
  tag: 'Stats',
  summary: 'Ask what some codes have given away since they were made',
  scopes: ['read'],
  needsModule: false,
  request: { query: codeTotalsQuery },
  answers: {
    200: { description: 'One for each code and currency that was paid in.', data: codeTotalsList },
  },
});

/** What a list of codes shows beside each. */
export function codeTotalsRoutes(app: App): void {
  mount(app, list, (c) => perform(c, (deps) => listCodeTotals(deps, c.req.valid('query'))));
}
