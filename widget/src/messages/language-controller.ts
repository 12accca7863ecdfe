import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { findLanguage } from './find-language.js';
import type { Messages } from './messages.js';
import { findMessages, watchMessages } from './register-messages.js';

/** Keeps an element in the language of its place on the page, also when `<html lang>` or its own `lang` changes. */
export class LanguageController implements ReactiveController {
  /** The tag for amounts and dates. */
  lang = 'en';
  #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | null = null;
  #unwatch: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get messages(): Messages {
    return findMessages(this.lang);
  }

  hostConnected(): void {
    const read = (): void => {
      this.lang = findLanguage(this.#host);
      this.#host.requestUpdate();
    };
    this.#observer = new MutationObserver(read);
    for (const target of [this.#host, document.documentElement])
      this.#observer.observe(target, { attributeFilter: ['lang'] });
    this.#unwatch = watchMessages(read);
    read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#unwatch?.();
  }
}
