import { foldSpaces, withoutControls } from '../../../../platform/text/clean-text.ts';

/** One line of plain text, cut to what a field holds; `otherwise` when nothing is left. */
export function lineOf(text: string, otherwise: string, most = 500): string {
  const line = foldSpaces(withoutControls(text)).replace(/\s*\n\s*/g, ' ');
  const cut = [...line].slice(0, most).join('').slice(0, most).trim();
  return cut === '' ? otherwise : cut;
}

/** Plain words as course text: what are marks in HTML are letters here, blank lines part paragraphs. */
export function textOfWords(words: string): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').trim();
  if (!escaped.includes('\n')) return escaped;
  const paragraphs = escaped
    .split(/\n\s*\n/)
    .map((each) => `<p>${each.trim().replaceAll('\n', '<br />')}</p>`);
  return paragraphs.join('');
}
