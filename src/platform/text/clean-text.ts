/** NUL and other controls (PostgreSQL and XML refuse some), direction overrides, soft hyphens, lone surrogates. */
export function withoutControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/[\p{Cc}\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc\ufffe\uffff]/gu, (one) =>
      one === '\n' || one === '\t' ? one : one === '\u000b' || one === '\f' ? '\n' : '',
    );
}

/** Folds runs of white space; a lone no-break space between two words stays, as French typography needs it. */
export function foldSpaces(text: string): string {
  return text
    .replace(/[\t \u1680\u2000-\u200a\u205f\u3000]+/g, ' ')
    .replace(/[\u00a0\u202f ]{2,}/g, ' ')
    .replace(/[ \u00a0\u202f]*\n[ \u00a0\u202f]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What somebody typed, as it can be kept and shown: its words as they are, markup and all, without what hides in them. */
export const typedText = (text: string): string => foldSpaces(withoutControls(text));

/** The same on one line. */
export const typedLine = (text: string): string => typedText(text).replace(/\s*\n\s*/g, ' ');
