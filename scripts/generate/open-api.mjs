import { openApiDocument } from '@hemat/server';

/** The OpenAPI 3.1 description of the service, as JSON. */
export function openApi() {
  return JSON.stringify(openApiDocument());
}
