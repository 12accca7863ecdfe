import type { TemplateResult } from 'lit';
import type { App } from './app.js';
import type { Language } from './language.js';

/** Which page, as its address says. */
export interface Place {
  /** Below `/dashboard`, such as `/discounts`. */
  readonly path: string;
  /** What the path names, such as an id. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** A page that is shown. */
export interface OpenedPage {
  /** For the window's title. */
  readonly title: (language: Language) => string;
  readonly render: (app: App) => TemplateResult;
  /** The same page under another query; without it the page is opened anew. */
  readonly move?: (place: Place) => void;
  /**
   * Makes ready to be shown again as it was left, after pages of these paths were open since; false: it is opened anew. Without
   * it always so.
   */
  readonly resume?: (visited: readonly string[]) => boolean;
  /** Ends what is under way. */
  readonly close?: () => void;
}

/** Opens a page for a place; each page folder exports one. */
export type OpenPage = (app: App, place: Place) => OpenedPage;
