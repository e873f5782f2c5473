import { xmlText } from '../../../../platform/xml/xml-text.ts';

/** Plain words as HTML. */
export const escaped = (words: string): string => xmlText(words.trim());

/** Plain text as paragraphs; a line end stays a line end. */
export const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br />')}</p>`)
    .join('');
