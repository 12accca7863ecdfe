import { amount, type PublicValidateInput, type ValidateAnswer } from '@hemat/shared/schemas';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv, CallContext } from '../../http/call.js';
import { answerPreflight, openToOrigins } from '../../http/cors.js';
import { judgeForShopper } from '../../http/judge-for-shopper.js';
import { limitRequests } from '../../http/limit-requests.js';
import { perform } from '../../http/perform.js';
import { answer, refuse } from '../../http/send.js';
import { done } from '../../services/outcome.js';
import { publicCheck } from '../forjio/public-calls.js';
import { pathPart, serve } from '../serve.js';
import { withBody } from '../with-body.js';
import { serrontRefusals } from './serront-refusals.js';

const validatePath = '/public/storefront/:workspace/validate-discount';

/** The price of what is ordered, whole rupiah. */
const validateBody = z.object({ code: z.string().min(1).max(200), priceIdr: amount });

/** What a Serront storefront asks from its page. */
export function storefrontCalls(app: Hono<AppEnv>): void {
  app.options(validatePath, openToOrigins, answerPreflight);
  serve(
    app,
    `POST ${validatePath}`,
    publicCheck,
    withBody(validateBody, (c, { code, priceIdr }) => {
      const body: PublicValidateInput = { code, currency: 'IDR', subtotal: priceIdr };
      return perform(c, (deps) => judgeForShopper(c, deps, body), { isRead: true, present: presentPreview });
    }),
  );
  serve(app, 'GET /public/storefront/:workspace', [openToOrigins, limitRequests('read')], presentStorefront);
}

/** Whether the order form shows its code field. */
async function presentStorefront(c: CallContext): Promise<Response> {
  const { app } = c.get('call');
  const workspace = await app.directory.findWorkspace(pathPart(c, 'workspace'));
  if (workspace === undefined) return refuse(c, { code: 'NOT_FOUND' });
  const { slug, name, marketingEnabled } = workspace;
  return answer(c, done({ storefront: { slug, name, discountCodes: marketingEnabled } }));
}

function presentPreview(verdict: ValidateAnswer) {
  const { discountAmount, total } = verdict;
  const figures = { discountAmountIdr: discountAmount, quotedPriceIdr: total };
  if (!verdict.applies) {
    const { reason, message } = verdict;
    return { valid: false, reason: serrontRefusals.reasons[reason], message, ...figures, code: null };
  }
  const [first] = verdict.codes;
  const code = first && { code: first.code, type: first.terms.type, description: first.terms.title };
  return { valid: true, reason: null, ...figures, code };
}
