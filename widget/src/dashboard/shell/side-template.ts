import { html, type TemplateResult } from 'lit';
import { pickLocale } from '@hemat/shared';
import type { Language } from '../core/language.js';
import { hrefOf } from '../core/place.js';
import { icon } from '../parts/icons.js';
import { shellTexts } from '../texts/shell.js';
import type { DashboardState } from './dashboard-state.js';
import { menu, type MenuEntry } from './navigation.js';

/** What the frame lets one do. */
export interface FrameActs {
  readonly toggleMenu: () => void;
  readonly speak: (language: Language) => void;
  readonly switchTo: (workspaceId: string) => void;
  readonly signOut: () => void;
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
        ${entriesFor(state).map(
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
      ${workspaceChoice(state, acts)}
      <div>
        <label for="language">${texts.language}</label>
        <select id="language" @change=${(event: Event) => acts.speak(pickLocale(valueOf(event)))}>
          <option value="en" ?selected=${state.language === 'en'} lang="en">${texts.english}</option>
          <option value="id" ?selected=${state.language === 'id'} lang="id">${texts.indonesian}</option>
        </select>
      </div>
      ${person(state, acts)}
    </div>
  </aside>`;
}

function entriesFor({ stage }: DashboardState): readonly MenuEntry[] {
  return stage.at === 'working' ? menu.filter(({ isFor }) => isFor?.(stage) ?? true) : [];
}

function brand(product: string): TemplateResult {
  return html`<a class="brand" href=${hrefOf('/discounts')}
    ><span class="mark" aria-hidden="true">%</span> ${product}</a
  >`;
}

/** The workspace, as a choice where the person has several. */
function workspaceChoice({ stage, language }: DashboardState, acts: FrameActs): TemplateResult | null {
  if (stage.at !== 'working') return null;
  const { workspaces } = stage.session;
  if (workspaces.length < 2) return html`<div class="workspace">${stage.workspace.name}</div>`;
  return html`<div>
    <label for="workspace">${shellTexts[language].workspace}</label>
    <select id="workspace" @change=${(event: Event) => acts.switchTo(valueOf(event))}>
      ${workspaces.map(
        ({ id, name }) => html`<option value=${id} ?selected=${id === stage.workspace.id}>${name}</option>`,
      )}
    </select>
  </div>`;
}

function person({ stage, language }: DashboardState, acts: FrameActs): TemplateResult | null {
  if (stage.at !== 'working') return null;
  const { name, email } = stage.session.person;
  return html`<div class="person small">
    <a class="quiet" href=${hrefOf('/account')} title=${email}>${name || email}</a>
    <button class="plain" @click=${acts.signOut}>${icon('out')} ${shellTexts[language].signOut}</button>
  </div>`;
}

/** The listener hangs on the select alone. */
function valueOf(event: Event): string {
  return (event.currentTarget as HTMLSelectElement).value;
}
