export { createApp } from './app.js';
export type { AppDeps } from './app-deps.js';
export { createDeps, type DepsOptions } from './create-deps.js';
export { openApiDocument } from './docs/open-api-document.js';
export { openStorage, type OpenStorageOptions } from './storage/open-storage.js';
export type { Storage } from './storage/storage.js';
