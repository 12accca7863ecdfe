/** The codes a link brought: `?discount=A` or `?discount=A,B`, without repeats. */
export function linkedCodes(parameter: string, search: string = location.search): string[] {
  const given = new URLSearchParams(search).getAll(parameter).flatMap((value) => value.split(','));
  return [...new Set(given.map((code) => code.trim()).filter(Boolean))];
}
