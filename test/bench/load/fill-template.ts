/** A text with its places for `[n]`, `[code]` (n mod 1000) and `[ip]` (one of 16 million addresses) cut out once. */
export function fillTemplate(template: string): (n: number) => string {
  const parts = template.split(/(\[n\]|\[code\]|\[ip\])/);
  if (parts.length === 1) return () => template;
  return (n) => {
    let text = '';
    for (const part of parts) text += part in places ? places[part as keyof typeof places](n) : part;
    return text;
  };
}

const places = {
  '[n]': (n: number) => String(n),
  '[code]': (n: number) => String(n % 1000),
  '[ip]': (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
};
