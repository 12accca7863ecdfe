import { html, nothing, type TemplateResult } from 'lit';

/** What every field has. */
export interface Field {
  /** Also the field's name on the wire. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it; said at once and tied to the control. */
  readonly fault?: string | undefined;
  /** Why it cannot change; shown instead of the hint. */
  readonly frozen?: string | undefined;
}

/** A field with a text. */
export interface TextField extends Field {
  readonly value: string;
  readonly change: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'datetime-local' | 'number' | 'url';
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly autocomplete?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  /** Stands behind the input, such as a currency. */
  readonly unit?: string;
  readonly isCode?: boolean;
}

/** A label, an input, a hint and a fault that belong together. */
export function textField(field: TextField): TemplateResult {
  const { id, value, type = 'text', change, required = false } = field;
  return framed(
    field,
    html`<input
      id=${id}
      name=${id}
      type=${type}
      class=${field.isCode ? 'code' : nothing}
      .value=${value}
      ?required=${required}
      ?disabled=${field.frozen !== undefined}
      inputmode=${field.inputMode ?? nothing}
      maxlength=${field.maxLength ?? nothing}
      placeholder=${field.placeholder ?? nothing}
      autocomplete=${field.autocomplete ?? 'off'}
      spellcheck=${field.isCode ? 'false' : nothing}
      aria-invalid=${field.fault === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(field)}
      @input=${onValue(change)}
    />`,
  );
}

/** The same with several lines. */
export function areaField(field: TextField & { readonly rows?: number }): TemplateResult {
  const { id, value, change, rows = 3 } = field;
  return framed(
    field,
    html`<textarea
      id=${id}
      name=${id}
      rows=${rows}
      class=${field.isCode ? 'code' : nothing}
      .value=${value}
      ?disabled=${field.frozen !== undefined}
      maxlength=${field.maxLength ?? nothing}
      placeholder=${field.placeholder ?? nothing}
      aria-invalid=${field.fault === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(field)}
      @input=${onValue(change)}
    ></textarea>`,
  );
}

/** One of several values. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A field with a choice from a list. */
export interface SelectField<Value extends string> extends Field {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly change: (value: Value) => void;
}

/** A label, a list, a hint and a fault that belong together. */
export function selectField<Value extends string>(field: SelectField<Value>): TemplateResult {
  const { id, value, options, change } = field;
  const chosen = (text: string) => {
    const option = options.find((known) => known.value === text);
    if (option !== undefined) change(option.value);
  };
  return framed(
    field,
    html`<select
      id=${id}
      name=${id}
      ?disabled=${field.frozen !== undefined}
      aria-invalid=${field.fault === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(field)}
      @change=${onValue(chosen)}
    >
      ${options.map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>`,
  );
}

function framed(field: TextField | Field, control: TemplateResult): TemplateResult {
  const { id, label, hint, fault, frozen } = field;
  const unit = 'unit' in field ? field.unit : undefined;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${unit === undefined ? control : html`<div class="with-unit">${control}<span class="unit">${unit}</span></div>`}
    ${fault === undefined ? nothing : html`<div class="fault" id="${id}-fault">${fault}</div>`}
    ${(frozen ?? hint) === undefined ? nothing : html`<div class="hint" id="${id}-hint">${frozen ?? hint}</div>`}
  </div>`;
}

function describedBy({ id, hint, fault, frozen }: Field): string | typeof nothing {
  const parts = [
    ...(fault === undefined ? [] : [`${id}-fault`]),
    ...((frozen ?? hint) === undefined ? [] : [`${id}-hint`]),
  ];
  return parts.length === 0 ? nothing : parts.join(' ');
}

function onValue(change: (value: string) => void): (event: Event) => void {
  // The listener hangs on a control with a value.
  return (event) => change((event.currentTarget as HTMLInputElement).value);
}
