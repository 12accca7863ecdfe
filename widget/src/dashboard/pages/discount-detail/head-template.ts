import { html, type TemplateResult } from 'lit';
import { mayEdit } from '../../core/app.js';
import { hrefOf } from '../../core/place.js';
import { icon } from '../../parts/icons.js';
import { pageHead } from '../../parts/page-head.js';
import { pill } from '../../parts/status-pill.js';
import { statusTexts, statusTones } from '../../texts/status.js';
import { linkOf } from './link-of.js';
import { nameOf, type DetailView } from './detail-view.js';

/** The code, where it stands, and what can be done with it. */
export function headTemplate(view: DetailView): TemplateResult {
  const { app, code, words, store } = view;
  const { isLeaving } = store.state;
  const status = isLeaving ? words.leaving : statusTexts[app.language][code.status];
  const tone = isLeaving ? 'waiting' : statusTones[code.status];
  return pageHead({
    title: html`<span class=${code.code === null ? '' : 'code'}>${nameOf(code, words)}</span>
      ${pill(status, tone)}`,
    ...(code.code !== null && code.name !== null && { lead: code.name }),
    up: { path: '/discounts', label: words.up },
    actions: html`${copyButton(view)}
    ${mayEdit(app) && code.status !== 'archived' ? changeButtons(view) : null}`,
  });
}

function copyButton({ app, code, words }: DetailView): TemplateResult | null {
  if (code.code === null || code.status === 'archived') return null;
  const link = linkOf(code.code, app.workspace);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      app.notify({ text: words.copied(link) });
    } catch {
      app.notify({ text: words.notCopied, kind: 'failed' });
    }
  };
  return html`<wa-button size="s" appearance="outlined" @click=${copy}
    >${icon('copy')} ${words.copyLink}</wa-button
  >`;
}

function changeButtons({ code, words, store }: DetailView): TemplateResult {
  const { isBusy, isLeaving } = store.state;
  const isStill = isBusy || isLeaving;
  return html`<wa-button
      size="s"
      appearance="outlined"
      ?disabled=${isStill}
      @click=${() => void store.setActive(!code.active)}
      >${code.active ? words.pause : words.resume}</wa-button
    >
    <wa-button
      size="s"
      appearance="outlined"
      ?disabled=${isStill}
      @click=${() => store.archiveSoon(words.archiving(nameOf(code, words)))}
      >${icon('archive')} ${words.archive}</wa-button
    >
    <wa-button size="s" variant="brand" ?disabled=${isStill} href=${hrefOf(`/discounts/${code.id}/edit`)}
      >${icon('pencil')} ${words.edit}</wa-button
    >`;
}
