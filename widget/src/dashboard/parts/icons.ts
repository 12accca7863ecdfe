import { svg, html, type TemplateResult } from 'lit';

const paths = {
  tag: 'M3 12V4a1 1 0 0 1 1-1h8l9 9-9 9z M8 8h.01',
  plus: 'M12 5v14 M5 12h14',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14z M20 20l-4-4',
  plug: 'M9 3v6 M15 3v6 M6 9h12v3a6 6 0 0 1-12 0z M12 18v3',
  key: 'M14 10a4 4 0 1 0-4 4 4 4 0 0 0 4-4z M13 13l7 7 M17 17l2-2',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4z M10 21h4',
  list: 'M8 6h12 M8 12h12 M8 18h12 M4 6h.01 M4 12h.01 M4 18h.01',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M3 20a6 6 0 0 1 12 0 M16 4.5a3.5 3.5 0 0 1 0 6.5 M17.5 14.5A6 6 0 0 1 21 20',
  question:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7 M12 17h.01',
  coins:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M14.5 9.5c-.5-1-1.4-1.5-2.5-1.5-1.5 0-2.5.8-2.5 2s1 1.7 2.5 2 2.5.9 2.5 2.1-1 1.9-2.5 1.9c-1.2 0-2.1-.5-2.6-1.5 M12 6.500v1.5 M12 16v1.5',
  chart: 'M4 4v16h16 M8 16v-4 M12.500 16V8 M17 16v-6',
  menu: 'M4 7h16 M4 12h16 M4 17h16',
  close: 'M6 6l12 12 M18 6L6 18',
  copy: 'M9 9h11v11H9z M5 15H4V4h11v1',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  cross: 'M7 7l10 10 M17 7L7 17',
  dash: 'M6 12h12',
  pencil: 'M4 20l1-4L16 5l3 3L8 19z',
  archive: 'M4 8h16v12H4z M3 4h18v4H3z M10 12h4',
  back: 'M15 5l-7 7 7 7',
  out: 'M10 4H5v16h5 M15 8l4 4-4 4 M19 12H9',
  warning: 'M12 4l9 16H3z M12 10v4 M12 17h.01',
  undo: 'M9 8L5 12l4 4 M5 12h9a5 5 0 0 1 0 10',
} as const;

/** The name of a drawn sign. */
export type IconName = keyof typeof paths;

/** A sign beside a text that says the same; readers skip it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d=${paths[name]} />`}</svg>`;
}
