/** Lines that fit, and whether something was left out (the last line then ends with an ellipsis). */
export interface Wrapped {
  readonly lines: readonly string[];
  readonly cut: boolean;
  /** Font size that the lines were made for, in pixels. */
  readonly size: number;
}

export interface Box {
  /** In pixels. */
  readonly width: number;
  readonly maxLines: number;
  /** Font sizes to try, largest first; the last one is cut when even it does not fit. */
  readonly sizes: readonly number[];
}

/**
 * Breaks a title into lines: between words, for Chinese and Japanese where a line may break, and inside a word only when
 * it is wider than the box. Lines stay in reading order, whatever their direction.
 * @param lang of the text, for its rules of words
 */
export function wrapText(text: string, lang: string, box: Box): Wrapped {
  const pieces = piecesOf(text, lang);
  for (const size of box.sizes) {
    const lines = balanced(pieces, box.width / size);
    if (lines.length <= box.maxLines) return { lines, cut: false, size };
  }
  const size = box.sizes.at(-1) ?? 16;
  const lines = fill(pieces, box.width / size);
  return { lines: ellipsis(lines.slice(0, box.maxLines), box.width / size), cut: true, size };
}

/** Text as the renderer can draw it: no control characters, no pictograms (no font of ours has them), plain spaces. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{fe0f}|\u{200d}|\u{20e3}/gu, (sign) =>
      /[©®™]/.test(sign) ? sign : '',
    )
    .replace(/[\p{Cc}\p{Cs}\p{Co}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/[\s\u00ad]+/g, ' ')
    .trim();
}

// Punctuation that must not begin a line, and brackets that must not end one.
const clings = /^[\p{Pe}\p{Pf}、。，．：；！？!?,.:;…々ー％%·]+$/u;
const opens = /[\p{Ps}\p{Pi}]$/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\u3000-\u303f\uff00-\uffef]/u;

/** Pieces that are not broken, with the space that stands before them. */
function piecesOf(text: string, lang: string): string[] {
  const words: string[] = [];
  for (const word of text.split(/(?= )/u).filter((one) => one.trim() !== '')) {
    // "énergie :" and "« mot »" keep together, as French writes them.
    const last = words.at(-1);
    if (last !== undefined && (clings.test(word.trim()) || /^ ?«$/.test(last)))
      words[words.length - 1] = last + word;
    else words.push(word);
  }
  return words.flatMap((word) => (unspaced.test(word) ? unspacedPieces(word, lang) : [word]));
}

function unspacedPieces(word: string, lang: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter(localeOf(lang), { granularity: 'word' }).segment(word)) {
    const last = pieces.at(-1);
    const glued = last !== undefined && (clings.test(segment) || opens.test(last) || last.trim() === '');
    if (glued) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** The segmenter throws on what is no language tag; its rules hardly differ between languages. */
function localeOf(lang: string): string {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) ? lang : 'en';
}

/** The fewest lines, of about the same length: a last line of one short word looks like a mistake. */
function balanced(pieces: readonly string[], ems: number): string[] {
  let best = fill(pieces, ems);
  for (let part = 0.95; part >= 0.6; part -= 0.05) {
    const narrower = fill(pieces, ems * part);
    const broken = pieces.some((piece) => measure(piece.trim()) > ems * part);
    if (broken || narrower.length > best.length) break;
    best = narrower;
  }
  return best;
}

/** Fills lines of this many ems; what is wider than a line is broken between its signs. */
function fill(pieces: readonly string[], ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (measure(line + piece) <= ems) {
      line += piece;
      continue;
    }
    const tooWide = measure(piece.trim()) > ems;
    if (line !== '' && !tooWide) {
      lines.push(line.trim());
      line = '';
    }
    for (const sign of graphemes(line === '' ? piece.trimStart() : piece)) {
      if (line !== '' && measure(line + sign) > ems) {
        lines.push(line.trim());
        line = '';
      }
      line += sign;
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

function ellipsis(lines: readonly string[], ems: number): string[] {
  let last = graphemes(lines.at(-1) ?? '');
  while (last.length > 0 && measure(`${last.join('')}…`) > ems) last = last.slice(0, -1);
  return [...lines.slice(0, -1), `${last.join('').replace(/[\s,.:;،、，。-]+$/u, '')}…`];
}

function graphemes(text: string): string[] {
  return Array.from(
    new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
    (one) => one.segment,
  );
}

/**
 * Width in ems, on the safe side, for a bold sans-serif: by kind of character, since which font draws it is known only
 * to the renderer.
 */
export function measure(text: string): number {
  let ems = 0;
  for (const sign of text) ems += widthOf(sign);
  return ems;
}

function widthOf(sign: string): number {
  if (/\p{Mark}|[\u200b-\u200f]/u.test(sign)) return 0;
  if (unspaced.test(sign) || /\p{Script=Hangul}/u.test(sign)) return 1;
  if (/[ .,:;!'’|ilj·()[\]]/u.test(sign)) return 0.31;
  if (/[frt/"«»-]/u.test(sign)) return 0.42;
  if (/[mwMWОЖШЩЮЫФжшщюыфм@%—…Œœ&]/u.test(sign)) return 0.95;
  if (/\p{Lu}/u.test(sign)) return 0.72;
  if (/\p{Script=Cyrillic}|\p{Script=Greek}/u.test(sign)) return 0.66;
  if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(sign)) return 0.62;
  return 0.6;
}
