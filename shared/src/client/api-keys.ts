import type { ApiKey } from '../schemas/api-key.js';
import type { CreateApiKeyAnswer, CreateApiKeyInput } from '../schemas/create-api-key.js';
import type { PageOnWire } from '../schemas/page.js';
import type { CallOptions, PostOptions } from './call-options.js';
import { listAll, type PageQuery } from './list-all.js';
import type { Transport } from './transport.js';

/** The workspace's keys. Every call throws HematError. */
export interface ApiKeyCalls {
  /** One page, newest first; never with a secret. */
  list(query?: PageQuery, options?: CallOptions): Promise<PageOnWire<ApiKey>>;
  /** Every key, newest first; a page is fetched when its first key is asked for. */
  listAll(query?: PageQuery, options?: CallOptions): AsyncGenerator<ApiKey, void, undefined>;
  /** The secret is in this answer and nowhere else. */
  create(input: CreateApiKeyInput, options?: PostOptions): Promise<CreateApiKeyAnswer>;
  /** Works no more from now on. */
  revoke(id: string, options?: PostOptions): Promise<ApiKey>;
}

/** The calls on `/v1/api-keys`. */
export function createApiKeyCalls(transport: Transport): ApiKeyCalls {
  const list: ApiKeyCalls['list'] = (query = {}, options) => transport.get('api-keys', { ...query }, options);
  return {
    list,
    listAll: (query, options) => listAll((page) => list({ ...query, ...page }, options)),
    create: (input, options) => transport.post('api-keys', input, options),
    revoke: (id, options) => transport.post(`api-keys/${encodeURIComponent(id)}/revoke`, {}, options),
  };
}
