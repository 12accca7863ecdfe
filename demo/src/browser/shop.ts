import { connectCart } from './connect-cart.js';
import { forgetCodes } from './forget-codes.js';
import { leadPicksToCart } from './lead-picks-to-cart.js';

document.documentElement.classList.add('scripted');
addEventListener('load', () => {
  const isMissing = customElements.get('hemat-promo-teaser') === undefined;
  document.documentElement.classList.toggle('no-elements', isMissing);
});
const form = document.querySelector<HTMLFormElement>('form#order');
if (form) connectCart(form);
else leadPicksToCart();
if (new URLSearchParams(location.search).has('placed')) void forgetCodes();
