import { adoptStyles, LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { CartValue } from '../cart/cart-value.js';
import { readCart } from '../cart/read-cart.js';
import { LanguageController } from '../messages/language-controller.js';
import { pageDefault } from '../page/page-defaults.js';
import type { DiscountStore, StoreListener } from '../store/discount-store.js';
import { findStore, storeKey, type StoreAddress } from '../store/find-store.js';

/**
 * What both elements have: where their store is, which cart they bring to it, and the language they speak.
 *
 * @slot cart - A `<script type="application/json">` that holds the cart, for a page that writes no script of its own.
 * @cssprop --hemat-text - Colour of the text; default: the page's.
 * @cssprop --hemat-font - A `font` shorthand; default: the page's.
 * @cssprop --hemat-muted - Colour of hints; default: the text's at 85 %.
 * @cssprop --hemat-accent - Background of the main button; default: the text's colour at 10 %.
 * @cssprop --hemat-accent-text - Text of the main button; default: the text's colour.
 * @cssprop --hemat-border - Colour of borders; default: mixed from the text's.
 * @cssprop [--hemat-border-width=1px] - Width of borders.
 * @cssprop [--hemat-radius=8px] - Radius of corners.
 * @cssprop [--hemat-gap=8px] - The space between things.
 * @cssprop [--hemat-control-height=44px] - Height of buttons and input; never less than 44px.
 * @cssprop --hemat-surface - Background of a held code and of a promo; default: a tint of its tone, none for a promo.
 * @cssprop --hemat-success - Colour of what is saved; default: green, mixed with the text's.
 * @cssprop --hemat-danger - Colour of a refusal; default: red, mixed with the text's.
 * @cssprop --hemat-pending - Colour of what waits for the cart; default: amber, mixed with the text's.
 * @cssprop [--hemat-focus=currentColor] - Colour of the ring around what has the keyboard.
 */
export abstract class StoreElement extends LitElement implements StoreListener {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    workspace: {},
    publishableKey: { attribute: 'publishable-key' },
    group: {},
    currency: {},
    subtotal: {},
    shippingAmount: { attribute: 'shipping-amount' },
    region: {},
    customerToken: { attribute: 'customer-token' },
    cart: { attribute: false },
    unstyled: { type: Boolean },
  };

  /** The service's origin; default: the script's own origin, in the npm build the page's. */
  declare endpoint: string | null;
  /** The workspace's slug or id. */
  declare workspace: string | null;
  /** `pk_…`, where the workspace asks for one. */
  declare publishableKey: string | null;
  /** Elements of one group share a cart and its codes; default: one group for the page. */
  declare group: string | null;
  /** ISO 4217 of the cart's amounts; default: the page's, else the workspace's. */
  declare currency: string | null;
  /** The items before any discount, an integer in minor units. */
  declare subtotal: number | string | null;
  /** An integer in minor units; default 0. */
  declare shippingAmount: number | string | null;
  /** Where the order goes, ISO 3166-1 or -2. */
  declare region: string | null;
  /** Who is buying, signed by the shop's back end. */
  declare customerToken: string | null;
  /** The whole cart; wins over the attributes and over a JSON child. */
  declare cart: CartValue | null;
  /** Leaves out the element's own look. */
  declare unstyled: boolean;

  protected readonly language = new LanguageController(this);
  #store: DiscountStore | null = null;
  #storeKey = '';
  #joined: DiscountStore | null = null;
  #detach: (() => void) | null = null;
  #children = new MutationObserver(() => {
    this.takeChildren();
    this.giveCart();
  });

  constructor() {
    super();
    this.unstyled = false;
  }

  /** The one store of this element's workspace and group. */
  protected get store(): DiscountStore {
    const address: StoreAddress = {
      endpoint: this.endpoint ?? pageDefault('endpoint'),
      workspace: this.workspace ?? pageDefault('workspace'),
      publishableKey: this.publishableKey ?? pageDefault('publishableKey'),
      group: this.group ?? '',
    };
    const key = storeKey(address);
    if (this.#store && key === this.#storeKey) return this.#store;
    this.#storeKey = key;
    return (this.#store = findStore(address));
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const type of ['keydown', 'keypress', 'keyup'] as const) root.addEventListener(type, keepEnter);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children.observe(this, { childList: true, subtree: true, characterData: true });
    this.takeChildren();
    if (this.hasUpdated) this.#join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
    this.#detach?.();
    this.#joined = null;
  }

  /** Properties have settled: the element joins its store, or tells it of another cart. */
  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && !storeProperties.some((name) => changed.has(name))) return;
    this.#join();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('unstyled')) return;
    // The first sheet is structure, without which the element would show what is meant to be hidden.
    const { elementStyles } = this.constructor as typeof LitElement;
    adoptStyles(this.renderRoot as ShadowRoot, this.unstyled ? elementStyles.slice(0, 1) : elementStyles);
  }

  /**
   * Called by the store.
   * @internal
   */
  storeChanged(): void {
    this.requestUpdate();
  }

  /** Takes over what stands between the element's tags; called again whenever that changes. */
  protected takeChildren(): void {}

  /** The element has become one of its store's listeners. */
  protected joined(): void {}

  #join(): void {
    const { store } = this;
    const isNew = store !== this.#joined;
    if (isNew) {
      this.#detach?.();
      this.#joined = store;
      this.#detach = store.attach(this);
    }
    this.giveCart();
    if (isNew) this.joined();
  }

  /** Tells the store of the cart as it is now. */
  protected giveCart(): void {
    if (!this.#joined) return;
    const { cart, subtotal, shippingAmount, region } = this;
    const currency = this.currency ?? pageDefault('currency');
    const given = readCart({ element: this, cart, currency, subtotal, shippingAmount, region });
    if (given)
      this.store.dispatch({ type: 'cartGiven', cart: given, customerToken: this.customerToken ?? null });
  }
}

const storeProperties = Object.keys(StoreElement.properties).filter((name) => name !== 'unstyled');

/** Keeps Enter, which has its meaning in here, from a page that sends its form on it wherever it is pressed. */
function keepEnter(event: Event): void {
  if ('key' in event && event.key === 'Enter') event.stopPropagation();
}
