import type { HematError, PublicClient, PublicQuestion } from '@hemat/shared/public-client';
import type { Action } from './action.js';
import { CodeMemory } from './code-memory.js';
import type { DiscountState } from './discount-state.js';
import { emptyModel } from './empty-model.js';
import type { Model, Wish } from './model.js';
import { nextMoment } from './next-moment.js';
import { nextQuestion, type Question } from './next-question.js';
import { outcomesBetween, type Outcome } from './outcome.js';
import { reduce } from './reduce.js';

/** Who wants to know of changes. */
export interface StoreListener {
  /** Something changed. */
  storeChanged(): void;
  /** The outcomes of a change, for the one listener of the page that speaks of them. */
  storeSettled?(outcomes: readonly Outcome[]): void;
  /** Asks for a code as if it had been typed here. */
  take?(wish: Wish): unknown;
}

/** A re-validation waits this long after a cart change, ms. */
const quietMs = 400;
const longestTimerMs = 2 ** 31 - 1;

/** The codes of one workspace on one page: state goes down to the elements, what they want comes up as actions. */
export class DiscountStore {
  #model: Model = emptyModel;
  #listeners = new Set<StoreListener>();
  #speaker: StoreListener | null = null;
  #underway: { readonly key: string; stop(): void } | null = null;
  #alarm: ReturnType<typeof setTimeout> | undefined;
  #memory: CodeMemory | null = null;
  readonly #client: PublicClient;

  /** Names the store among all of the browser's. */
  readonly key: string;

  constructor(client: PublicClient, key: string) {
    this.#client = client;
    this.key = key;
  }

  get model(): Model {
    return this.#model;
  }

  get state(): DiscountState {
    return this.#model.shown;
  }

  /** Adds a listener; answers the function that takes it off again. */
  attach(listener: StoreListener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#wake();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#sleep();
    };
  }

  /** Changes the state; `speaker` will tell of what comes of it. */
  dispatch(action: Action, speaker?: StoreListener): void {
    const before = this.#model;
    this.#model = reduce(before, action, Date.now());
    if (speaker) this.#speaker = speaker;
    this.#remember();
    this.#ask(action.type === 'cartGiven' ? quietMs : 0);
    this.#setAlarm();
    const outcomes = outcomesBetween(before, this.#model);
    for (const listener of this.#listeners) listener.storeChanged();
    if (outcomes.length > 0) this.#findSpeaker()?.storeSettled?.(outcomes);
  }

  /** Hands a code to the page's field, which asks its page first; without a field the code is asked for at once. */
  offer(wish: Wish): void {
    const field = this.#findSpeaker();
    if (field?.take) field.take(wish);
    else this.dispatch({ type: 'wished', wishes: [wish] });
  }

  /** Keeps the codes from now on, and asks again for those that were kept; the first storage given stays. */
  keepIn(storage: Storage | null): void {
    if (this.#memory) return;
    this.#memory = new CodeMemory(storage, this.key);
    const wishes = this.#memory.read().map((code) => ({ code, source: 'kept' as const }));
    if (wishes.length > 0) this.dispatch({ type: 'wished', wishes });
  }

  /** Lists the workspace's promos, once for all elements; again only after a failure. */
  async loadPromos(): Promise<void> {
    const { promos, cart } = this.#model;
    if (promos.kind === 'loading' || promos.kind === 'listed') return;
    this.dispatch({ type: 'promosAsked' });
    try {
      const answer = await this.#client.listPromos(cart.currency ? { currency: cart.currency } : {});
      this.dispatch({ type: 'promosListed', answer });
    } catch (error) {
      warn(error);
      this.dispatch({ type: 'promosFailed' });
    }
  }

  /** The state once nothing is being checked. */
  whenSettled(): Promise<DiscountState> {
    return new Promise((resolve) => {
      const storeChanged = (): void => {
        if (this.state.kind === 'checking') return;
        detach();
        resolve(this.state);
      };
      const detach = this.attach({ storeChanged });
      storeChanged();
    });
  }

  #wake(): void {
    addEventListener('online', this.#retry);
    this.#ask(0);
    this.#setAlarm();
  }

  #sleep(): void {
    removeEventListener('online', this.#retry);
    this.#underway?.stop();
    this.#underway = null;
    clearTimeout(this.#alarm);
  }

  #findSpeaker(): StoreListener | undefined {
    if (this.#speaker && this.#listeners.has(this.#speaker)) return this.#speaker;
    return [...this.#listeners].find((listener) => listener.storeSettled);
  }

  readonly #retry = (): void => {
    if (this.#model.trouble) this.dispatch({ type: 'retried' });
    if (this.#model.promos.kind === 'failed') void this.loadPromos();
  };

  #remember(): void {
    const { held, attempt } = this.#model;
    const wishes = attempt?.kind === 'asking' ? attempt.wishes : [];
    this.#memory?.write([...held, ...wishes].map(({ code }) => code));
  }

  /** Sees to it that the question the model raises, and no other, is under way. */
  #ask(delay: number): void {
    const { signed, trouble, shown } = this.#model;
    const question = nextQuestion(this.#model);
    if (question?.key === this.#underway?.key) return;
    this.#underway?.stop();
    this.#underway = null;
    // A signature answers for codes that apply, not for the same ones asked for anew.
    const isSigned = shown.kind !== 'checking' && question?.key === signed?.questionKey;
    if (!question || isSigned || question.key === trouble?.questionKey) return;
    const abort = new AbortController();
    const timer = setTimeout(() => void this.#send(question, abort.signal), delay);
    this.#underway = {
      key: question.key,
      stop: () => {
        clearTimeout(timer);
        abort.abort();
      },
    };
  }

  async #send(question: Question, signal: AbortSignal): Promise<void> {
    let action: Action;
    try {
      const answer = await this.#client.validateDiscount(this.#body(question), { signal });
      action = { type: 'answered', question, answer };
    } catch (error) {
      if (signal.aborted) return;
      warn(error);
      // The client throws nothing else but the abort's own error.
      action = { type: 'failed', question, error: error as HematError };
    }
    this.#underway = null;
    this.dispatch(action);
  }

  #body({ codes }: Question): PublicQuestion {
    const { cart, customerToken } = this.#model;
    const { currency, lines, subtotal, shippingAmount, region } = cart;
    return {
      codes,
      ...(lines.length > 0
        ? { lineItems: lines.map((line) => ({ ...line, tags: [...line.tags] })) }
        : { subtotal }),
      ...(currency && { currency }),
      ...(shippingAmount && { shippingAmount }),
      ...(region && { region }),
      ...(customerToken && { customerToken }),
    };
  }

  #setAlarm(): void {
    clearTimeout(this.#alarm);
    const moment = nextMoment(this.#model);
    if (moment === null || this.#listeners.size === 0) return;
    const delay = Math.min(moment - this.#model.now, longestTimerMs);
    this.#alarm = setTimeout(() => this.dispatch({ type: 'clockMoved' }), delay);
  }
}

/** What a page's author has to put right, such as an unknown workspace or a forbidden origin. */
function warn(error: unknown): void {
  const { code, status, message, requestId } = error as HematError;
  if (status >= 400 && status < 429) console.warn(`hemat: ${code} ${message} (${requestId ?? 'no id'})`);
}
