/** Which differences between two texts do not count. */
export interface Indulgence {
  /** Whether accents count. */
  readonly accents: boolean;
  readonly caseCounts?: boolean;
}

/**
 * A text as words are compared: case, kinds of quotes and dashes, spaces and the full stop at its end do not count, nor
 * do accents (marks of any script: é, ё, tashkeel) unless they are asked for.
 */
export function comparable(text: string, { accents, caseCounts = false }: Indulgence): string {
  const plain = text
    // before normalising, which makes a space and a mark of an accent that stands alone
    .replace(/[‘’ʼ`´]/g, "'")
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\u0640\ufeff\u00ad]/g, '')
    .replace(/[“”«»„]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = withoutFullStop(plain);
  const folded = caseCounts ? bare : bare.toLowerCase();
  return accents
    ? folded.normalize('NFC')
    : folded
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replaceAll('œ', 'oe')
        .replaceAll('æ', 'ae')
        .normalize('NFC');
}

const fullStops = new Set(['.', '!', '。']);

/** Read from the end: a pattern that looks for the end from every place takes minutes over a text made for it. */
function withoutFullStop(text: string): string {
  let end = text.length;
  while (fullStops.has(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end).trimEnd();
}
