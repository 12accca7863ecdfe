import { html, type TemplateResult } from 'lit';
import type { App } from '../core/app.js';
import { dialog } from './dialog.js';
import { icon } from './icons.js';

/** What is said about a secret. */
export interface SecretTexts {
  readonly keepTitle: string;
  readonly keepText: string;
  readonly copy: string;
  readonly copied: string;
  readonly kept: string;
}

/** A secret and what ends its showing. */
export interface ShownSecret {
  readonly secret: string;
  readonly words: SecretTexts;
  readonly dismiss: () => void;
}

/** Shows a secret for the only time, to be copied. Looks: `secretStyles`. */
export function secretDialog({ notify }: App, { secret, words, dismiss }: ShownSecret): TemplateResult {
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    notify({ text: words.copied });
  };
  return dialog({
    title: words.keepTitle,
    close: dismiss,
    body: html`<p>${words.keepText}</p>
      <output class="secret code">${secret}</output>`,
    buttons: html`<wa-button appearance="outlined" @click=${copy}>${icon('copy')} ${words.copy}</wa-button>
      <wa-button variant="brand" @click=${dismiss}>${words.kept}</wa-button>`,
  });
}
