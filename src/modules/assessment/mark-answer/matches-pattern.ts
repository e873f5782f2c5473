import { createContext, Script } from 'node:vm';

/** Milliseconds that an author's pattern may take over one answer. */
const patience = 25;
const mostCharacters = 2000;

const context = createContext({ pattern: /x/, text: '' });
const attempt = new Script('pattern.test(text)');

/**
 * Whether the whole text matches an author's regular expression; case counts only where it says so. A pattern that does not compile
 * matches itself only. Patterns whose time can grow without measure ("(a+)+$") run on a clock.
 * @returns undefined when the time was up: a person has to look
 */
export function matchesPattern(pattern: string, text: string, caseCounts = false): boolean | undefined {
  if (text.length > mostCharacters) return undefined;
  const compiled = compile(pattern, caseCounts ? '' : 'i');
  if (compiled === undefined) return pattern === text;
  if (isSimple(pattern)) return compiled.test(text);
  context['pattern'] = compiled;
  context['text'] = text;
  try {
    return attempt.runInContext(context, { timeout: patience }) as boolean;
  } catch {
    return undefined;
  }
}

/** Quick whatever the text: nothing repeated inside of what is repeated, no reference back, one open repetition. */
function isSimple(pattern: string): boolean {
  const repetitions = pattern.match(/(?<!\\)[*+]|\{\d+,?\d*\}/g) ?? [];
  return repetitions.length <= 1 && !/\)[*+{]|\\[1-9k]|\(\?[<=!]/.test(pattern);
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
