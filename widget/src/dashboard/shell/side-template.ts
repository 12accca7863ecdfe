import { html, type TemplateResult } from 'lit';
import { pickLocale } from '@hemat/shared';
import type { Language } from '../core/language.js';
import { hrefOf } from '../core/place.js';
import { icon } from '../parts/icons.js';
import { shellTexts } from '../texts/shell.js';
import type { DashboardState } from './dashboard-state.js';
import { menu } from './navigation.js';

/** What the frame lets one do. */
export interface FrameActs {
  readonly toggleMenu: () => void;
  readonly speak: (language: Language) => void;
}

/** The bar of narrow screens, with the button that shows the menu. */
export function barTemplate(state: DashboardState, acts: FrameActs): TemplateResult {
  const texts = shellTexts[state.language];
  return html`<div class="bar">
    ${brand(texts.product)}
    <button
      aria-expanded=${state.isMenuOpen}
      aria-controls="side"
      aria-label=${state.isMenuOpen ? texts.closeMenu : texts.menu}
      @click=${acts.toggleMenu}
    >
      ${icon(state.isMenuOpen ? 'close' : 'menu')}
    </button>
  </div>`;
}

/** The menu, the workspace, the language. */
export function sideTemplate(state: DashboardState, acts: FrameActs): TemplateResult {
  const texts = shellTexts[state.language];
  return html`<aside id="side" class="side ${state.isMenuOpen ? 'open' : ''}" aria-label=${texts.menu}>
    ${brand(texts.product)}
    <nav aria-label=${texts.navigation}>
      <ul class="menu">
        ${menu.map(
          ({ path, sign, text }) =>
            html`<li>
              <a
                href=${hrefOf(path)}
                aria-current=${state.path === path ? 'page' : state.path.startsWith(`${path}/`) ? 'true' : 'false'}
                >${icon(sign)} ${text(texts)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    <div class="side-end">
      ${workspaceName(state)}
      <div>
        <label for="language">${texts.language}</label>
        <select id="language" @change=${(event: Event) => acts.speak(chosen(event))}>
          <option value="en" ?selected=${state.language === 'en'} lang="en">${texts.english}</option>
          <option value="id" ?selected=${state.language === 'id'} lang="id">${texts.indonesian}</option>
        </select>
      </div>
    </div>
  </aside>`;
}

function brand(product: string): TemplateResult {
  return html`<a class="brand" href=${hrefOf('/discounts')}
    ><span class="mark" aria-hidden="true">%</span> ${product}</a
  >`;
}

function workspaceName({ stage }: DashboardState): TemplateResult | null {
  return stage.at === 'working' ? html`<div class="small">${stage.workspace.name}</div>` : null;
}

/** The listener hangs on the select alone. */
function chosen(event: Event): Language {
  return pickLocale((event.currentTarget as HTMLSelectElement).value);
}
