/**
 * A text with its places cut out once: `[n]`, `[code]` (n mod 1000), `[ip]` (one of 16 million addresses), `[scattered:N]` (one
 * of 1 … N, neighbours far apart).
 */
export function fillTemplate(template: string): (n: number) => string {
  const parts = template.split(/(\[(?:n|code|ip|scattered:\d+)\])/).map(fill);
  return (n) => {
    let text = '';
    for (const part of parts) text += part(n);
    return text;
  };
}

function fill(part: string): (n: number) => string {
  const of = /^\[scattered:(\d+)\]$/.exec(part)?.[1];
  if (of !== undefined) return (n) => String(1 + ((n * 7919) % Number(of)));
  switch (part) {
    case '[n]':
      return String;
    case '[code]':
      return (n) => String(n % 1000);
    case '[ip]':
      return (n) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
    default:
      return () => part;
  }
}
