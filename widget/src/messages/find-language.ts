/** The language an element speaks: the nearest `lang`, through shadow roots up to `<html>`, else the browser's. */
export function findLanguage(element: Element): string {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return navigator.language;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
