import { html, type TemplateResult } from 'lit';
import { dialog } from '../../parts/dialog.js';
import { shellTexts } from '../../texts/shell.js';
import type { DetailView } from './detail-view.js';

/** Asks before a redemption is reversed, and whether its use comes back. */
export function reverseDialog({ app, store, words }: DetailView): TemplateResult | null {
  const { reversing } = store.state;
  if (reversing === null) return null;
  const close = () => store.send({ type: 'reversing', redemption: null });
  const reverse = (event: Event) => {
    event.preventDefault();
    // The form holds the one box.
    const form = event.currentTarget as HTMLFormElement;
    void store.reverse(reversing, new FormData(form).has('restoreUse'));
  };
  return dialog({
    title: words.reverseTitle(reversing.orderId),
    close,
    body: html`<p>${words.reverseText}</p>
      <form id="reverse" @submit=${reverse}>
        <div class="choice">
          <input
            id="restoreUse"
            name="restoreUse"
            type="checkbox"
            checked
            aria-describedby="restoreUse-hint"
          />
          <div>
            <label for="restoreUse">${words.restoreUse}</label>
            <div class="hint" id="restoreUse-hint">${words.restoreUseHint}</div>
          </div>
        </div>
      </form>`,
    buttons: html`<wa-button appearance="plain" @click=${close}>${shellTexts[app.language].cancel}</wa-button>
      <wa-button
        variant="danger"
        @click=${(event: Event) => {
          // The button lies in the same tree as its form.
          const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
          root.querySelector<HTMLFormElement>('#reverse')?.requestSubmit();
        }}
        >${words.reverse}</wa-button
      >`,
  });
}
