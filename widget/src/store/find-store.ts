import { createPublicClient } from '@hemat/shared/public-client';
import { isTeaserAnswer, isValidateAnswer } from '../guards/guards.generated.js';
import { DiscountStore } from './discount-store.js';

/** What names a store. */
export interface StoreAddress {
  readonly endpoint: string;
  readonly workspace: string;
  readonly publishableKey: string;
  /** Elements of one group share a cart and its codes; the empty name is the page's. */
  readonly group: string;
}

const stores = new Map<string, DiscountStore>();
const guards = { validateAnswer: isValidateAnswer, teaserAnswer: isTeaserAnswer };

/** The one store of an address on this page. */
export function findStore(address: StoreAddress): DiscountStore {
  const key = storeKey(address);
  let store = stores.get(key);
  if (!store) stores.set(key, (store = new DiscountStore(createPublicClient({ ...address, guards }), key)));
  return store;
}

/** Two addresses with one key are the same store. */
export function storeKey({ endpoint, workspace, publishableKey, group }: StoreAddress): string {
  return [endpoint, workspace, publishableKey, group].join(' ');
}
