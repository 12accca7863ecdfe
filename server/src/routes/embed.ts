import { embedAnswer } from '@hemat/shared/schemas';
import { z } from 'zod';
import { embedExample } from '../docs/examples.js';
import type { App } from '../http/app-type.js';
import { callerOf } from '../http/caller-of.js';
import { answerPreflight, openToOrigins } from '../http/cors.js';
import { embedSnippet } from '../http/embed-snippet.js';
import { publicEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { answer } from '../http/send.js';

const embed = publicEndpoint({
  method: 'get',
  path: '/embed',
  kind: 'read',
  tag: 'Storefront',
  summary: 'Get the snippet for a storefront',
  request: { query: z.object({ workspace: z.string().min(1).max(100).optional() }) },
  answers: { 200: { description: 'The snippet and its parts.', data: embedAnswer, example: embedExample } },
});

/** What a storefront pastes into its pages. */
export function embedRoutes(app: App): void {
  app.options('/embed', openToOrigins, answerPreflight);
  mount(app, embed, (c) => {
    return answer(c, embedSnippet(c, callerOf(c.get('call')).workspace));
  });
}
