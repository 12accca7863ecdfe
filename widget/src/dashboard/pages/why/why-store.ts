import type { App } from '../../core/app.js';
import { failureOf } from '../../core/failure.js';
import { Store } from '../../core/store.js';
import { readCart } from './read-cart.js';
import { nothingAsked, reduceWhy, type Asked, type WhyAction, type WhyState } from './why-state.js';

/** Asks the service what the codes would give, with every check. Nothing is stored by it. */
export class WhyStore extends Store<WhyState, WhyAction> {
  readonly #app: App;

  /** `codes`: what is asked for as the page is opened. */
  constructor(app: App, codes: string) {
    const empty = nothingAsked(app.workspace.defaultCurrency);
    super(reduceWhy, { ...empty, asked: { ...empty.asked, codes } });
    this.#app = app;
  }

  readonly type = (change: Partial<Asked>): void => this.send({ type: 'typed', change });

  async ask(): Promise<void> {
    const { asked } = this.state;
    const codes = asked.codes.split(/[\s,]+/).filter((code) => code !== '');
    const cart = readCart(asked.cart, this.#app.workspace.defaultCurrency);
    if (cart === null || codes.length === 0)
      return this.send({ type: 'unreadable', cart: cart === null, code: codes.length === 0 });
    const question = this.state.question + 1;
    this.send({ type: 'asking', question });
    try {
      const customerId = asked.customerId.trim();
      const answer = await this.#app.client.discountCodes.validate(
        { ...cart, codes, ...(customerId !== '' && { customerId }) },
        { language: this.#app.language },
      );
      this.send({ type: 'answered', question, answer });
    } catch (error) {
      const failure = failureOf(error);
      if (failure !== null) this.send({ type: 'failed', question, failure });
    }
  }
}
