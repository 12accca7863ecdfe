import { fileURLToPath } from 'node:url';

/** From here up to the checkout: out of `server/src/config`, or out of `server/dist` once built. */
const up = import.meta.url.includes('/src/') ? '../../../' : '../../';

/** Where the built dashboard of the checkout lies. */
export const defaultDashboardFolder = fileURLToPath(new URL(`${up}widget/dist/app/`, import.meta.url));
