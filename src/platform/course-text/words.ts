import { Parser } from 'htmlparser2';

const parts = /^(p|h\d|li|dt|dd|tr|div|aside|pre|blockquote|br|table|figcaption|summary)$/;

/** The words alone, a line a paragraph: for search, previews, counting. */
export function wordsOfCourseText(text: string): string {
  let words = '';
  const parser = new Parser({
    ontext: (piece) => void (words += piece),
    onopentag(name, { alt }) {
      if (parts.test(name)) words += '\n';
      if (name === 'img' && alt) words += ` ${alt} `;
    },
    onclosetag: (name) => void (parts.test(name) && (words += '\n')),
  });
  parser.write(text);
  parser.end();
  return words
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
}

/** Ids of the files that a text names as `file:ID`. */
export const filesOfCourseText = (text: string): string[] => [
  ...new Set([...text.matchAll(/"file:([A-Za-z0-9][\w-]{0,79})/g)].flatMap(([, id]) => id ?? [])),
];

/** Words and signs of writing without spaces, as a reader takes them in a minute: about 200 words, or 300 Chinese characters. */
export function readingMinutes(words: string): number {
  const signs =
    words.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/gu)?.length ?? 0;
  const spaced = words.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  return (spaced - Math.min(spaced, signs > 0 ? 1 : 0)) / 200 + signs / 300;
}
