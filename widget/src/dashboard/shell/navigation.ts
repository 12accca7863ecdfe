import { mayAdminister, mayEdit, type App } from '../core/app.js';
import type { IconName } from '../parts/icons.js';
import type { ShellTexts } from '../texts/shell-en.js';

/** One page of the menu. */
export interface MenuEntry {
  readonly path: string;
  readonly sign: IconName;
  readonly text: (texts: ShellTexts) => string;
  /** Who sees it; default: everybody. */
  readonly isFor?: (member: Pick<App, 'role'>) => boolean;
}

/** The menu, in its order. */
export const menu: readonly MenuEntry[] = [
  { path: '/discounts', sign: 'tag', text: (texts) => texts.discounts },
  { path: '/stats', sign: 'chart', text: (texts) => texts.stats },
  { path: '/why', sign: 'question', text: (texts) => texts.why, isFor: mayEdit },
  { path: '/cost', sign: 'coins', text: (texts) => texts.cost },
  { path: '/integrations', sign: 'plug', text: (texts) => texts.integrations },
  { path: '/keys', sign: 'key', text: (texts) => texts.keys, isFor: mayAdminister },
  { path: '/webhooks', sign: 'bell', text: (texts) => texts.webhooks, isFor: mayEdit },
  { path: '/audit', sign: 'list', text: (texts) => texts.audit, isFor: mayAdminister },
  { path: '/members', sign: 'people', text: (texts) => texts.members, isFor: mayAdminister },
];
