import { css, html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** A question that is answered before anything else goes on. */
export interface Dialog {
  readonly title: string;
  readonly body: TemplateResult;
  readonly buttons: TemplateResult;
  /** Escape and the buttons end it. */
  readonly close: () => void;
}

/** Shown as long as it is rendered; the browser keeps the focus inside and gives it back. */
export function dialog({ title, body, buttons, close }: Dialog): TemplateResult {
  const open = (element: Element | undefined) => {
    // It becomes part of the page only as the rendering ends.
    queueMicrotask(() => {
      if (element instanceof HTMLDialogElement && element.isConnected && !element.open) element.showModal();
    });
  };
  const cancelled = (event: Event) => {
    event.preventDefault();
    close();
  };
  return html`<dialog aria-labelledby="dialog-title" ${ref(open)} @cancel=${cancelled}>
    <h2 id="dialog-title">${title}</h2>
    <div class="dialog-body">${body}</div>
    <div class="row dialog-buttons">${buttons}</div>
  </dialog>`;
}

/** The looks of questions. */
export const dialogStyles = css`
  dialog {
    inline-size: min(30rem, calc(100vw - 2rem));
    max-block-size: calc(100vh - 2rem);
    padding: 1.5rem;
    border: 1px solid var(--wa-color-surface-border);
    border-radius: 1rem;
    background: var(--wa-color-surface-raised);
    color: inherit;
    box-shadow: 0 1rem 4rem rgb(0 0 0 / 0.3);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .dialog-body {
    display: grid;
    gap: 1rem;
    margin-block: 0.75rem 1.25rem;
  }
  .dialog-buttons {
    justify-content: flex-end;
  }
`;
