import { z } from 'zod';
import { apiKey } from './api-key.js';
import { pageOf, pageQuery } from './page.js';

/** `GET /v1/api-keys`. */
export const listApiKeysQuery = z.strictObject(pageQuery);
export type ListApiKeysQuery = z.infer<typeof listApiKeysQuery>;

/** A page of keys. */
export const apiKeyPage = pageOf(apiKey);
