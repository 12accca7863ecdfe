import { html, nothing, type TemplateResult } from 'lit';

/** A box to tick. */
export interface CheckBox {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly change: (isChecked: boolean) => void;
}

/** A box with its label and hint. */
export function checkBox({
  id,
  label,
  hint,
  isChecked,
  isDisabled = false,
  change,
}: CheckBox): TemplateResult {
  // The listener hangs on the box alone.
  const toggled = (event: Event) => change((event.currentTarget as HTMLInputElement).checked);
  return html`<div class="choice">
    <input
      id=${id}
      name=${id}
      type="checkbox"
      .checked=${isChecked}
      ?disabled=${isDisabled}
      aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
      @change=${toggled}
    />
    <div>
      <label for=${id}>${label}</label>
      ${hint === undefined ? nothing : html`<div class="hint" id="${id}-hint">${hint}</div>`}
    </div>
  </div>`;
}

/** A choice of one among a few, each with its sentence. */
export interface RadioGroup<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  readonly change: (value: Value) => void;
  readonly isDisabled?: boolean;
}

/** Radio buttons under one legend. */
export function radioGroup<Value extends string>(group: RadioGroup<Value>): TemplateResult {
  const { id, label, value, options, change, isDisabled = false } = group;
  return html`<fieldset ?disabled=${isDisabled}>
    <legend>${label}</legend>
    ${options.map(
      (option) =>
        html`<div class="choice">
          <input
            id="${id}-${option.value}"
            type="radio"
            name=${id}
            .checked=${option.value === value}
            aria-describedby=${option.hint === undefined ? nothing : `${id}-${option.value}-hint`}
            @change=${() => change(option.value)}
          />
          <div>
            <label for="${id}-${option.value}">${option.label}</label>
            ${
              option.hint === undefined
                ? nothing
                : html`<div class="hint" id="${id}-${option.value}-hint">${option.hint}</div>`
            }
          </div>
        </div>`,
    )}
  </fieldset>`;
}
