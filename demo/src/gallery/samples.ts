import { html } from 'hono/html';
import type { Html } from '../pages/page.js';
import type { Theme } from './theme.js';

/** Where the gallery's own answers are, for states that a working service does not stay in. */
const stands = {
  slow: '/gallery/stand-ins/slow',
  away: '/gallery/stand-ins/away',
  none: '/gallery/stand-ins/none',
  ended: '/gallery/stand-ins/ended',
};

interface FieldSample {
  readonly title: string;
  /** Asked for once the element is there, one after the other. */
  readonly codes?: string;
  readonly subtotal?: number;
  readonly open?: false;
  readonly disabled?: true;
  readonly endpoint?: string;
  /** Lines with names, for codes that look at some of them. */
  readonly lines?: true;
}

/** Every state of the field; each sample has a cart of its own. */
const fieldSamples: Readonly<Record<string, FieldSample>> = {
  collapsed: { title: 'Collapsed', open: false },
  idle: { title: 'Idle' },
  checking: { title: 'Checking', codes: 'HEMAT10', endpoint: stands.slow },
  applied: { title: 'Applied', codes: 'HEMAT10' },
  lines: { title: 'Applied to some lines', codes: 'GAYO20', lines: true },
  pending: { title: 'Pending', codes: 'KOPI25', subtotal: 150_000 },
  refused: { title: 'Refused', codes: 'MERDEKA17' },
  unavailable: { title: 'Unavailable', codes: 'HEMAT10', endpoint: stands.away },
  chips: { title: 'Several codes', codes: 'ASAL10 BARENG5 GRATISONGKIR', lines: true },
  replace: { title: 'Another code instead', codes: 'BARENG5 HEMAT10', lines: true },
  disabled: { title: 'Disabled', disabled: true },
};

/** Every state of the teaser. */
const teaserSamples: Readonly<Record<string, { readonly title: string; readonly endpoint?: string }>> = {
  listed: { title: 'Listed' },
  loading: { title: 'Loading', endpoint: stands.slow },
  empty: { title: 'Empty', endpoint: stands.none },
  expired: { title: 'Expired', endpoint: stands.ended },
  unavailable: { title: 'Unavailable', endpoint: stands.away },
};

/** All samples in one look. */
export function samples(theme: Theme): Html {
  const fields = Object.entries(fieldSamples).map(([name, sample]) => fieldSample(theme, name, sample));
  const teasers = Object.entries(teaserSamples).map(
    ([name, { title, endpoint }]) =>
      html`<section id="teaser-${name}" class="sample">
        <h3 lang="en" dir="ltr">${title}</h3>
        <hemat-promo-teaser
          group="teaser-${name}"
          currency="IDR"
          subtotal="150000"
          ${at(endpoint)}
          ${theme.unstyled ? 'unstyled' : ''}
        ></hemat-promo-teaser>
      </section>`,
  );
  return html`<h2 lang="en" dir="ltr">The code field</h2>
    <div class="samples">${fields}</div>
    <h2 lang="en" dir="ltr">The teaser</h2>
    <div class="samples">${teasers}</div>`;
}

function fieldSample(theme: Theme, name: string, sample: FieldSample): Html {
  const { title, codes, subtotal = 250_000, open = true, disabled, endpoint, lines } = sample;
  return html`<section id="${name}" class="sample">
    <h3 lang="en" dir="ltr">${title}</h3>
    <hemat-discount-field
      group="${name}"
      persist="none"
      currency="IDR"
      ${lines ? '' : html`subtotal="${subtotal}"`}
      ${at(endpoint)}
      ${codes ? html`data-codes="${codes}"` : ''}
      ${open ? 'open' : ''}
      ${disabled ? 'disabled' : ''}
      ${theme.unstyled ? 'unstyled' : ''}
      >${lines ? cartOfLines : ''}</hemat-discount-field
    >
  </section>`;
}

const at = (endpoint: string | undefined): Html | '' => (endpoint ? html`endpoint="${endpoint}"` : '');

const cartOfLines = html`<script type="application/json" slot="cart">
  {
    "currency": "IDR",
    "shippingAmount": 18000,
    "lineItems": [
      {
        "productId": "kopi-gayo",
        "title": "Aceh Gayo",
        "tags": ["single-origin"],
        "quantity": 2,
        "unitAmount": 95000
      },
      { "productId": "cangkir-enamel", "title": "Enamel mug", "tags": [], "quantity": 1, "unitAmount": 60000 }
    ]
  }
</script>`;
