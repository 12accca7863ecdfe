import type { EmbedAnswer } from '@hemat/shared/schemas';
import type { Workspace } from '../services/deps.js';
import { done, refused, type Outcome } from '../services/outcome.js';
import type { CallContext } from './call.js';
import { readElementScript } from './element-script.js';

/** The snippet of a workspace; `UNAVAILABLE` where the script was not built. */
export function embedSnippet(c: CallContext, { slug }: Workspace): Outcome<EmbedAnswer> {
  const { settings } = c.get('call').app;
  const script = readElementScript(settings.scriptFolder);
  if (script === null) return refused({ code: 'UNAVAILABLE' });
  const base = settings.publicUrl ?? new URL(c.req.url).origin;
  const { version, integrity } = script;
  const scriptUrl = `${base}/v${version}/hemat.js`;
  return done({
    snippet: [
      `<script src="${scriptUrl}" integrity="${integrity}"`,
      `  crossorigin="anonymous" async data-workspace="${slug}"></script>`,
      '<hemat-promo-teaser></hemat-promo-teaser>',
      '<hemat-discount-field name="discountCode"><input name="discountCode"></hemat-discount-field>',
    ].join('\n'),
    scriptUrl,
    latestUrl: `${base}/v1/hemat.js`,
    integrity,
    version,
    workspace: slug,
  });
}
