const lookalikeScripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/**
 * Whether a code mixes Latin, Cyrillic and Greek, whose letters look alike (`САLE` with a Cyrillic С): such a code is refused
 * when it is created, since nobody could type it from what they see. Source: Unicode UTS #39.
 */
export function mixesScripts(code: string): boolean {
  return lookalikeScripts.filter((script) => script.test(code)).length > 1;
}
