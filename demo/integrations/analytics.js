// Tells Google Tag Manager what shoppers do with promos, under GA4's own event names. Nothing of it is in the elements.
const dataLayer = (window.dataLayer ??= []);
const tell = (event, facts) => dataLayer.push({ ecommerce: null }, { event, ecommerce: facts });
const promotion = ({ code }) => ({ promotion_id: code, promotion_name: code });

document.addEventListener('hemat-impression', ({ detail }) =>
  tell('view_promotion', { ...promotion(detail), creative_slot: `promo_${detail.index + 1}` }),
);
document.addEventListener('hemat-pick', ({ detail }) => tell('select_promotion', promotion(detail)));
document.addEventListener('hemat-applied', ({ detail }) =>
  tell('coupon_applied', {
    coupon: detail.code,
    currency: detail.quote?.currency,
    // In minor units; GA4 wants whole ones where the currency has smaller. The rupiah has none here.
    discount: detail.quote?.discountAmount,
  }),
);
document.addEventListener('hemat-refused', ({ detail }) =>
  dataLayer.push({ event: 'coupon_refused', reason: detail.reason, short: detail.pending }),
);
