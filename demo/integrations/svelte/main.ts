import { mount } from 'svelte';
import { setPageDefaults } from '@hemat/widget';
import '@hemat/widget/define.js';
import CheckoutPage from './checkout-page.svelte';

const page = document.getElementById('page');
if (page) {
  const { endpoint = '', workspace = '' } = page.dataset;
  setPageDefaults({ endpoint, workspace });
  mount(CheckoutPage, { target: page });
}
