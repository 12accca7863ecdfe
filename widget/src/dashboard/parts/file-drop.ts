import { css, html, type TemplateResult } from 'lit';

/** A place where a file is chosen or dropped. */
export interface FileDrop {
  readonly label: string;
  /** Below the control. */
  readonly or: string;
  readonly accept: string;
  /** Id of a text that says what the file holds. */
  readonly describedBy: string;
  readonly take: (file: File) => void;
}

/** A file control that takes dropped files as well. */
export function fileDrop({ label, or, accept, describedBy, take }: FileDrop): TemplateResult {
  const first = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) take(file);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    first(event.dataTransfer?.files);
  };
  // The listener hangs on the control alone.
  const chosen = (event: Event) => first((event.currentTarget as HTMLInputElement).files);
  return html`<div class="drop" @dragover=${(event: Event) => event.preventDefault()} @drop=${dropped}>
    <label for="file">${label}</label>
    <input id="file" type="file" accept=${accept} aria-describedby=${describedBy} @change=${chosen} />
    <span class="quiet small">${or}</span>
  </div>`;
}

/** The looks of the place to drop. */
export const fileDropStyles = css`
  .drop {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 0.5rem;
    padding: 1.75rem 1rem;
    border: 2px dashed var(--wa-color-surface-border);
    border-radius: 0.75rem;
    text-align: center;
  }
  .drop input {
    max-inline-size: 100%;
    font: inherit;
  }
`;
