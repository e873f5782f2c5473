/** Several things in one cell: which character parts them, and where one cannot tell. */

export interface SplitNames {
  readonly names: readonly string[];
  /** Why the split is doubtful, when it is. */
  readonly doubt?: string;
}

/** Titles and degrees that follow a comma but name nobody: "MD", "Ph.D.", "M.S.", "Jr." */
const degree =
  /^(?:(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z]?[A-Za-z]{0,3}\.?|[A-Z]{2,6}|Ph\.?\s?D\.?|Dr\.?|Jr\.?|Sr\.?|II|III|IV|Esq\.?|MSc|BSc|MPhil|DPhil|FAC[A-Z]+)$/;

const trimmed = (parts: readonly string[]): string[] =>
  parts.map((part) => part.replace(/^[\s,;|•·]+|[\s,;|•·]+$/g, '')).filter((part) => part !== '');

/** "Ann Lee, MD, Bo Li": commas part people, but not a person from the degrees that follow. */
function splitAtCommas(value: string): string[] {
  const people: string[] = [];
  for (const part of trimmed(value.split(/,|，|、|،/))) {
    if (people.length > 0 && degree.test(part)) people[people.length - 1] += `, ${part}`;
    else people.push(part);
  }
  return people;
}

/** First halves of compound first names: after them a hyphen joins. */
const firstHalf =
  /^(?:Jean|Marie|Anne?|Pierre|Paul|Claude|Louis|Charles|Fran[cç]ois|Hans|Karl|Heinz|Klaus|Eva|Ana|Anna|Jos[eé]|Juan|Jukka|Sung|Min|Ji|Hye|Soo|Young|Kai|Li|Xiao)$/i;

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

interface Hyphenated {
  readonly people: string[];
  doubtful: boolean;
}

/**
 * Puts one piece between hyphens where it belongs: two words or more begin a new person, a lone word is half of a
 * double name: of the one before, or of the next when it is a first half or stands first.
 */
function placePiece(
  state: Hyphenated,
  piece: string,
  pending: string | undefined,
  next: string | undefined,
): string | undefined {
  const whole = pending === undefined ? piece : `${pending}-${piece}`;
  if (words(whole) > 1) {
    state.people.push(whole);
    return undefined;
  }
  const goesOn = state.people.length === 0 || firstHalf.test(piece);
  if (goesOn && next !== undefined) return whole;
  if (next !== undefined) state.doubtful = true;
  if (state.people.length === 0) state.people.push(whole);
  else state.people[state.people.length - 1] += `-${whole}`;
  return undefined;
}

/** "Ann Lee-Bo Smith-Jones": hyphens part people and join double names at once. */
function splitAtHyphens(value: string): SplitNames {
  const pieces = trimmed(value.split(/[-‐‑]/));
  const state: Hyphenated = { people: [], doubtful: false };
  let pending: string | undefined;
  for (const [index, piece] of pieces.entries()) {
    pending = placePiece(state, piece, pending, pieces[index + 1]);
  }
  const names = state.people;
  return state.doubtful ? { names, doubt: 'hyphens may part two people or join one name' } : { names };
}

/** Whether the hyphens of this column part people: told from many cells, since one cell cannot tell. */
export function hyphensPartNames(cells: readonly string[]): boolean {
  const several = cells.filter((cell) => {
    const pieces = trimmed(cell.split('-'));
    return pieces.length > 1 && pieces.every((piece) => words(piece) > 1);
  });
  const other = cells.filter((cell) => /[;|\n]|,\s/.test(cell));
  return several.length >= 3 && several.length > other.length;
}

/** The people of one cell. With `hyphens`, a hyphen without spaces may part two of them. */
export function splitPeople(value: string, hyphens: boolean): SplitNames {
  const text = value.trim();
  for (const mark of [/\s*[|\n•]\s*/, /\s*;\s*/, /\s+[-–—/]\s+/]) {
    if (mark.test(text)) return { names: trimmed(text.split(mark)) };
  }
  if (hyphens && /[^\s]-[^\s]/.test(text)) return splitAtHyphens(text);
  const atCommas = splitAtCommas(text);
  // "Lee, Ann" is one person written backwards, unless other commas say that it is a list.
  const backwards = atCommas.length === 2 && atCommas.every((part) => words(part) === 1);
  if (backwards) return { names: [`${atCommas[1]} ${atCommas[0]}`] };
  return { names: atCommas.flatMap((part) => trimmed(part.split(/\s+(?:and|et|und|&)\s+/))) };
}

/** A short name that institutions have and people do not: "IMT", "MITx", "Dartmouth_IMTx". */
const acronym = /^(?=.*(?:[A-Z].*[A-Z]|_))[\w.]+$/;

/** The institutions of one cell: commas belong to their names, hyphens may too. */
export function splitProviders(value: string, hyphens: boolean): SplitNames {
  const text = value.trim();
  for (const mark of [/\s*[|\n•]\s*/, /\s*;\s*/, /\s+[-–—/]\s+/]) {
    if (mark.test(text)) return { names: trimmed(text.split(mark)) };
  }
  const pieces = trimmed(text.split('-'));
  const apart = pieces.length > 1 && pieces.every((piece) => words(piece) > 1 || acronym.test(piece));
  return { names: hyphens && apart ? pieces : [text] };
}

/** The entries of a list cell: subjects, skills, languages. JSON lists and Python lists ("['a', 'b']") are read too. */
export function splitList(value: string): readonly string[] {
  const text = value.trim();
  if (/^\[.*\]$/s.test(text)) {
    return trimmed(
      text
        .slice(1, -1)
        .split(/\s*,\s*/)
        .map((part) => part.replace(/^(["'])(.*)\1$/s, '$2')),
    );
  }
  for (const mark of [/[|\n•]/, /[;；]/, /\s{2,}/, /\s[>›/]\s/]) {
    if (mark.test(text)) return trimmed(text.split(mark));
  }
  return trimmed(text.split(/,(?!\s*\d{3}\b)|，|、|،/));
}
