/** On a page without a code field a picked promo opens the cart, with its code entered. */
export function leadPicksToCart(): void {
  document.addEventListener('hemat-pick', (event) => {
    event.preventDefault();
    // The element's event carries the promo's code.
    const { code } = (event as CustomEvent<{ readonly code: string }>).detail;
    location.assign(`/cart?discount=${encodeURIComponent(code)}`);
  });
}
