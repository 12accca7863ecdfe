/** What the elements of a page have in common; an attribute on an element wins over it. */
export interface PageDefaults {
  /** The service's origin; the page's own where it is left out. The script build sets it to the script's origin. */
  endpoint?: string;
  /** The workspace's slug or id. */
  workspace?: string;
  /** `pk_…`, where the workspace asks for one. */
  publishableKey?: string;
  /** ISO 4217. */
  currency?: string;
}

const defaults: PageDefaults = {};

/** Sets what elements that connect from now on have in common. */
export function setPageDefaults(given: PageDefaults): void {
  Object.assign(defaults, given);
}

/** The page's value for an option, or an empty string. */
export function pageDefault(name: keyof PageDefaults): string {
  return defaults[name] ?? '';
}
