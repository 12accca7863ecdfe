import { fixture, html, waitUntil } from '@open-wc/testing';
import type { HematDiscountField } from '@hemat/widget';
import { userEvent } from 'vitest/browser';

type TemplateResult = ReturnType<typeof html>;

let groups = 0;

/** A name no other test has, so that each has a store of its own. */
export function freshGroup(): string {
  groups += 1;
  return `test-${groups}`;
}

/** What a person can do with a field and see of it. */
export class FieldPage {
  readonly field: HematDiscountField;

  constructor(field: HematDiscountField) {
    this.field = field;
  }

  /** An opened field on a cart of Rp 250.000, in English, unless the template says otherwise. */
  static async open(template?: TemplateResult): Promise<FieldPage> {
    const element = await fixture<HTMLElement>(
      template ??
        html`<hemat-discount-field
          open
          name="discountCode"
          lang="en"
          currency="IDR"
          subtotal="250000"
          persist="none"
          group=${freshGroup()}
        ></hemat-discount-field>`,
    );
    const field = element.matches('hemat-discount-field')
      ? element
      : element.querySelector('hemat-discount-field');
    // The template is the test's own and holds one.
    return new FieldPage(field as HematDiscountField);
  }

  get root(): ShadowRoot {
    if (!this.field.shadowRoot) throw new Error('the field has not been upgraded');
    return this.field.shadowRoot;
  }

  get input(): HTMLInputElement {
    return this.find<HTMLInputElement>('input');
  }

  find<Found extends Element = HTMLElement>(selector: string): Found {
    const found = this.root.querySelector<Found>(selector);
    if (!found) throw new Error(`no ${selector} in ${this.root.innerHTML}`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  /** The text of a part, no-break spaces as they are, other white space as one blank. */
  text(part: string): string {
    return this.find(`[part~=${part}]`)
      .textContent.replace(/[ \n]+/g, ' ')
      .trim();
  }

  get announced(): string {
    return this.find('[role=status]')
      .textContent.replace(/[ \n]+/g, ' ')
      .trim();
  }

  async type(code: string): Promise<void> {
    await userEvent.fill(this.input, code);
  }

  async apply(code: string): Promise<void> {
    await this.type(code);
    await userEvent.click(this.find('[part=apply]'));
  }

  async settle(state: string): Promise<void> {
    await waitUntil(
      () => this.field.getAttribute('state') === state,
      `state ${state}, not ${this.field.getAttribute('state')}`,
    );
  }
}

/** The entries a form would post. */
export function posted(form: HTMLFormElement): [string, FormDataEntryValue][] {
  return [...new FormData(form).entries()];
}
