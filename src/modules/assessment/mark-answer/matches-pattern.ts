import { createContext, Script } from 'node:vm';

/** Milliseconds that an author's pattern may take over one answer. */
const patience = 25;
const mostCharacters = 2000;

const context = createContext({ pattern: /x/, text: '' });
const attempt = new Script('pattern.test(text)');

/**
 * Whether the whole text matches an author's regular expression; case counts only where it says so. A pattern that does not compile
 * matches itself only. Patterns whose time can grow without measure ("(a+)+$") run on a clock.
 * @returns undefined when the time was up, or would be: a person has to look
 */
export function matchesPattern(pattern: string, text: string, caseCounts = false): boolean | undefined {
  if (text.length > mostCharacters) return undefined;
  const compiled = compile(pattern, caseCounts ? '' : 'i');
  if (compiled === undefined) return pattern === text;
  const repetitions = repetitionsIn(pattern);
  if (repetitions > mostRepetitions) return undefined;
  if (repetitions <= 1 && isSimple(pattern)) return compiled.test(text);
  context['pattern'] = compiled;
  context['text'] = text;
  try {
    return attempt.runInContext(context, { timeout: patience }) as boolean;
  } catch {
    return undefined;
  }
}

/** The machine that runs patterns first spends time on each of these that no clock can end: seconds for fifty. */
const mostRepetitions = 20;

/** Escaped signs are letters, and a group that is not kept is a group. */
const plainSigns = (pattern: string): string => pattern.replace(/\\./gs, 'x').replaceAll('(?:', '(');

/** How many things are repeated, or may be left out. */
const repetitionsIn = (pattern: string): number =>
  plainSigns(pattern).match(/[*+?]|\{\d+,?\d*\}/g)?.length ?? 0;

const mostWays = 5;

/**
 * Quick whatever the text, where one thing at most is repeated: it is no group, there is no reference back and no look
 * around, and few alternatives stand inside of groups, since each doubles the ways through the pattern.
 */
function isSimple(pattern: string): boolean {
  if (/\\[1-9k]|\(\?[<=!]/.test(pattern)) return false;
  const plain = plainSigns(pattern);
  const ways = plain.includes('(') ? plain.split('|').length - 1 : 0;
  return ways <= mostWays && !/\)[*+?{]/.test(plain);
}

function compile(pattern: string, anyCase: string): RegExp | undefined {
  for (const flags of [`${anyCase}u`, anyCase]) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      // some patterns of old packages are none with `u`
    }
  }
  return undefined;
}
