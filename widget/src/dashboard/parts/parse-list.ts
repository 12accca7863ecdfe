/** Things parted by commas or line breaks, each once, without blanks around them. */
export function parseList(text: string): string[] {
  return [...new Set(text.split(/[,\n]/).map((part) => part.trim()))].filter((part) => part !== '');
}
