import type {} from '@hemat/widget/jsx';

/** What the typings of JSX take and refuse; never run. */
export const taken = (
  <hemat-discount-field
    ref={(field) => field?.refresh()}
    className="code"
    name="discountCode"
    open
    subtotal={250_000}
    shippingAmount={12_000}
    auto-apply="kode"
    cart={{
      currency: 'IDR',
      lineItems: [{ productId: 'kopi', quantity: 1, unitAmount: 95_000, title: 'Kopi' }],
    }}
    persist="local"
    onhemat-apply={(event) => event.preventDefault()}
    onhemat-applied={({ detail }) => detail.quote?.total.toFixed()}
    onhemat-refused={({ detail }) => detail.missing.length}
  />
);

export const refused = [
  // @ts-expect-error: a line has a price.
  <hemat-discount-field key="cart" cart={{ lineItems: [{ productId: 'kopi', quantity: 1 }] }} />,
  // @ts-expect-error: there is no such place to keep a code.
  <hemat-discount-field key="persist" persist="cookie" />,
  // @ts-expect-error: the quote is to be read.
  <hemat-discount-field key="quote" quote={null} />,
  // @ts-expect-error: a pick has no quote.
  <hemat-promo-teaser key="pick" onhemat-pick={({ detail }) => detail.quote} />,
];
