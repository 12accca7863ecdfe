import { html } from 'hono/html';
import type { Draft } from '../sessions/session-repository.js';
import type { PricedCart } from '../shop/cart.js';
import { destinations, type Destination } from '../shop/destinations.js';
import { rupiah } from './format.js';
import type { Html, Page } from './page.js';

/** A field of the order form that may be filled in wrongly. */
export type FieldName = 'name' | 'email' | 'address';

/** Which fields were filled in wrongly. */
export type FieldFaults = ReadonlySet<FieldName>;

/** What the fields hold. */
export interface DeliveryState {
  readonly cart: PricedCart;
  readonly draft: Draft;
  readonly faults: FieldFaults;
}

/** Who buys and where it goes. */
export function deliveryFields(page: Page, { cart, draft, faults }: DeliveryState): Html {
  const { messages: t } = page;
  const text = (name: 'name' | 'email', type: string, autocomplete: string) =>
    html`<input
      name="${name}"
      type="${type}"
      value="${draft[name]}"
      required
      maxlength="200"
      autocomplete="${autocomplete}"
      ${faultOf(name, faults)}
    />`;
  return html`<section aria-labelledby="delivery-heading">
    <h2 id="delivery-heading">${t.cart.delivery}</h2>
    <label class="field">${t.cart.name} ${text('name', 'text', 'name')} ${fault(page, 'name', faults)}</label>
    <label class="field"
      >${t.cart.email} ${text('email', 'email', 'email')} ${fault(page, 'email', faults)}
      <span class="quiet">${t.cart.emailHint}</span></label
    >
    <label class="field"
      >${t.cart.address}
      <textarea
        name="address"
        rows="3"
        required
        maxlength="500"
        autocomplete="street-address"
        ${faultOf('address', faults)}
      >
${draft.address}</textarea>
      ${fault(page, 'address', faults)}</label
    >
    <label class="field"
      >${t.cart.region}
      <select name="region">
        ${destinations.map((place) => destination(page, place, cart))}
      </select></label
    >
  </section>`;
}

function destination(page: Page, place: Destination, cart: PricedCart): Html {
  const isChosen = place.region === cart.destination.region;
  return html`<option
    value="${place.region}"
    data-shipping="${place.shippingAmount}"
    data-place="${place.name[page.language]}"
    ${isChosen ? html` selected` : ''}
  >
    ${place.name[page.language]} · ${rupiah(page, place.shippingAmount)}
  </option>`;
}

function faultOf(name: FieldName, faults: FieldFaults): Html | '' {
  return faults.has(name)
    ? html` id="${name}" aria-invalid="true" aria-describedby="fault-${name}"`
    : html` id="${name}"`;
}

function fault(page: Page, name: FieldName, faults: FieldFaults): Html | '' {
  return faults.has(name)
    ? html`<span class="fault" id="fault-${name}">${page.messages.faults[name]}</span>`
    : '';
}
