import { createApp } from 'vue';
import { setPageDefaults } from '@hemat/widget';
import '@hemat/widget/define.js';
import CheckoutPage from './checkout-page.vue';

const page = document.getElementById('page');
if (page) {
  const { endpoint = '', workspace = '' } = page.dataset;
  setPageDefaults({ endpoint, workspace });
  createApp(CheckoutPage).mount(page);
}
