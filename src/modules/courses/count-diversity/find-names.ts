import { foldName, type KnownName, knownNames } from './given-names.ts';

export interface FoundName extends KnownName {
  readonly name: string;
}

/** Languages whose texts are searched for given names: those whose writing shows a name by its capital. */
export const countedLanguages = ['fr', 'en', 'es', 'pt', 'ru'] as const;

export const isCounted = (lang: string): boolean =>
  (countedLanguages as readonly string[]).includes(lang.split('-')[0]?.toLowerCase() ?? '');

/** What is written in capitals throughout is an abbreviation. */
const capitalised =
  /(?<![\p{L}\p{M}\p{N}@._/-])\p{Lu}\p{M}*\p{Ll}[\p{L}\p{M}]*(?:-\p{Lu}[\p{L}\p{M}]+)*(?![\p{L}\p{M}\p{N}])/gu;

/**
 * Given names in a text, each time that one stands there. A word of the language that is also a name counts in the
 * middle of a sentence only. `isOther` says what is something else here: a country that is called like a person.
 */
export function namesIn(text: string, isOther: (word: string) => boolean = () => false): FoundName[] {
  const found: FoundName[] = [];
  for (const { 0: word, index } of text.matchAll(capitalised)) {
    if (isOther(word)) continue;
    const name = nameIn(word);
    if (name && !(name.isWord && beginsSentence(text, index))) found.push(name);
  }
  return found;
}

/** "Jean-Pierre" is a name of its own; where nobody knows it, the first of its parts counts. */
function nameIn(word: string): FoundName | undefined {
  const [first = ''] = word.split('-');
  const known = knownNames.get(foldName(word)) ?? knownNames.get(foldName(first));
  return known && word.includes('-') ? { ...known, name: word } : known;
}

function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 12), index).trimEnd();
  return (
    before === '' || /[.!?…:;\n«»“”"'(¿¡•–—-]$/.test(before) || /\n\s*$/.test(text.slice(0, index).slice(-3))
  );
}
