// React 19 hands properties and listeners to a custom element as they are; nothing is wrapped.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { setPageDefaults, type DiscountQuote } from '@hemat/widget';
import '@hemat/widget/define.js';
import type {} from '@hemat/widget/jsx';

const price = 95_000;

function CheckoutPage() {
  const [quantity, setQuantity] = useState(2);
  const [quote, setQuote] = useState<DiscountQuote | null>(null);
  const cart = { currency: 'IDR', lineItems: [{ productId: 'kopi-gayo', quantity, unitAmount: price }] };
  return (
    <form method="post" action="/posted">
      <label>
        Quantity{' '}
        <input
          type="number"
          name="quantity"
          min="1"
          value={quantity}
          onChange={(event) => setQuantity(event.target.valueAsNumber || 1)}
        />
      </label>
      <hemat-discount-field
        name="discountCode"
        open
        cart={cart}
        onhemat-applied={(event) => setQuote(event.detail.quote)}
        onhemat-changed={(event) => setQuote(event.detail.quote)}
        onhemat-removed={(event) => setQuote(event.detail.quote)}
      />
      <output>{quote?.total ?? quantity * price}</output>
      <button>Place order</button>
    </form>
  );
}

const page = document.getElementById('page');
if (page) {
  const { endpoint = '', workspace = '' } = page.dataset;
  setPageDefaults({ endpoint, workspace });
  createRoot(page).render(<CheckoutPage />);
}
