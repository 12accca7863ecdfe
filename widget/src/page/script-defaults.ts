import type { PageDefaults } from './page-defaults.js';

/** The defaults that a `<script data-workspace=…>` states; the endpoint is the script's own origin unless it names another. */
export function scriptDefaults(script: Element | null): PageDefaults {
  if (!(script instanceof HTMLScriptElement)) return {};
  const { endpoint, workspace, publishableKey, currency } = script.dataset;
  return {
    endpoint: endpoint ?? (script.src ? new URL(script.src).origin : ''),
    ...(workspace && { workspace }),
    ...(publishableKey && { publishableKey }),
    ...(currency && { currency }),
  };
}
