import { html } from 'hono/html';
import { layout } from './layout.js';
import type { Html, Page } from './page.js';

/** Asks who the shopper is; `isFaulty` after an address that is none. */
export function signInPage(
  page: Page,
  { typed, isFaulty }: { readonly typed: string; readonly isFaulty: boolean },
): Html {
  const { signIn: t, faults } = page.messages;
  const invalid = isFaulty ? html` aria-invalid="true" aria-describedby="fault-email"` : '';
  return layout(page, {
    title: t.heading,
    body: html`<section class="narrow">
      <h1>${t.heading}</h1>
      <p>${t.why}</p>
      <p class="quiet">${t.intro}</p>
      <form method="post" action="/sign-in">
        <label class="field"
          >${t.email}
          <input
            name="email"
            type="email"
            value="${typed}"
            required
            maxlength="200"
            autocomplete="email"
            ${invalid}
          />
          ${isFaulty ? html`<span class="fault" id="fault-email">${faults.email}</span>` : ''}</label
        >
        <button class="primary">${t.submit}</button>
      </form>
    </section>`,
  });
}
