import { messagesEn } from './messages/messages-en.js';
import { messagesId } from './messages/messages-id.js';
import { registerMessages } from './messages/register-messages.js';
import { setPageDefaults } from './page/page-defaults.js';
import { scriptDefaults } from './page/script-defaults.js';
import { registerElements } from './register-elements.js';

/** The one global of the script build. */
const Hemat = {
  version: HEMAT_VERSION,
  registerMessages,
  setPageDefaults,
  messages: { en: messagesEn, id: messagesId },
};

declare global {
  /** Replaced by the build with the version of the package. */
  const HEMAT_VERSION: string;
  interface Window {
    Hemat?: typeof Hemat;
  }
}

// A second copy of the script leaves everything to the first, whose elements are on the page.
if (!window.Hemat) {
  window.Hemat = Hemat;
  // A module has no current script.
  setPageDefaults(
    scriptDefaults(document.currentScript ?? document.querySelector('script[src$="/hemat.js"]')),
  );
  registerElements();
}
