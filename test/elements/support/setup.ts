import { fixtureCleanup } from '@open-wc/testing';
import { afterEach } from 'vitest';

// open-wc cleans up by itself only where a global afterEach exists; vitest has none.
afterEach(() => {
  fixtureCleanup();
});
