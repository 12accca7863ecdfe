import { expect, it } from 'vitest';
import { scriptDefaults } from './script-defaults.js';

function script(attributes: Record<string, string>): HTMLScriptElement {
  const element = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

it('takes the endpoint from the script’s own address', () => {
  const given = script({ src: 'https://promo.example.com/v1.0.0/hemat.js', 'data-workspace': 'toko-kopi' });
  expect(scriptDefaults(given)).toEqual({ endpoint: 'https://promo.example.com', workspace: 'toko-kopi' });
});

it('takes what the script states over its address', () => {
  const given = script({
    src: 'https://cdn.example.com/hemat.js',
    'data-endpoint': 'https://promo.example.com',
    'data-publishable-key': 'pk_1',
    'data-currency': 'IDR',
  });
  expect(scriptDefaults(given)).toEqual({
    endpoint: 'https://promo.example.com',
    publishableKey: 'pk_1',
    currency: 'IDR',
  });
});

it('has none without a script', () => {
  expect(scriptDefaults(null)).toEqual({});
});
