/** A text folded for comparison, and where each unit of it stood. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of the folded text, where its character began; one more for the end. */
  readonly at: readonly number[];
}

const alike: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  // Arabic letters that are written one for the other
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  '’': "'",
};
/** Letters without width, and marks of direction: they split words for machines only. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

/**
 * Lower case, without accents, full-width forms and invisible signs; positions are kept, so that what is found can be
 * shown in the text as it was written.
 */
export function foldText(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  let position = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit += 1) at.push(position);
    folded += plain;
    position += character.length;
  }
  return { text: folded, at: [...at, position] };
}

function foldCharacter(character: string): string {
  if (unseen.test(character)) return '';
  // й is a letter of its own, not и with an accent
  if (character === 'й' || character === 'Й') return 'й';
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...plain].map((part) => alike[part] ?? part).join('');
}

/** Where a piece of the folded text stood in the text as written. */
export const written = ({ at }: Folded, from: number, to: number): { from: number; to: number } => ({
  from: at[from] ?? 0,
  to: at[to] ?? at.at(-1) ?? 0,
});
