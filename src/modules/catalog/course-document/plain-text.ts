import { foldSpaces, withoutControls } from '../../../platform/text/clean-text.ts';
import { readMarkup } from './markup.ts';

/** Longest texts kept, in UTF-16 units; what is longer is cut at a word and reported as degraded. */
export const textCaps = { title: 300, name: 300, line: 1_000, summary: 600, description: 20_000 } as const;

/** A text of this size is no description; the rest is not even looked at. */
const largestInput = 1_000_000;

/** Tags that occur in course texts; other "<words>" are taken as text ("#include <stdio.h>", "a<b"). */
const tagNames =
  'a|abbr|address|article|aside|b|base|bdi|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|' +
  'dd|del|details|dfn|div|dl|dt|em|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|' +
  'img|input|ins|kbd|label|legend|li|link|main|mark|math|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|' +
  'samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|' +
  'tfoot|th|thead|time|title|tr|tt|u|ul|var|video|audio|embed|track|wbr|template|[a-z]+:[a-z]+|[a-z]+-[a-z-]+';

const tag = new RegExp(String.raw`<(?:/?(?:${tagNames})(?=[\s/>])|!--|!doctype|!\[CDATA\[|\?xml)`, 'i');
const notTag = new RegExp(String.raw`<(?!/?(?:${tagNames})(?=[\s/>])|!--|!doctype|!\[CDATA\[|\?xml)`, 'gi');
const blockTag =
  /<\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|table|section|article|blockquote|dd|dt|pre)(?=[\s/>])/i;
/** Left after one reading, these show that the text had been escaped twice. */
const leftOver = /<\/(?:p|div|ul|ol|li|h[1-6]|strong|em|span|a|b|i)>|<br\s*\/?>/i;
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});/i;

function readOnce(text: string): string {
  const marked = tag.test(text);
  if (!marked && !entity.test(text)) return text;
  return readMarkup(text.replace(notTag, '&lt;'), { keepLines: !blockTag.test(text) });
}

/**
 * HTML, or text with entities, or HTML that was escaped twice, as plain text: paragraphs parted by a blank line, list
 * items on lines of their own that start with "- ", scripts and styles left out, control characters removed, white
 * space folded. Plain text keeps its line breaks. Words in angle brackets that are no tags stay.
 */
export function plainText(html: string): string {
  let text = withoutControls(html.slice(0, largestInput));
  const escapedTwice = !tag.test(text) || /&amp;#?\w+;|<!\[CDATA\[/.test(text);
  text = readOnce(text);
  for (let turn = 0; turn < 2 && escapedTwice && (leftOver.test(text) || entity.test(text)); turn++) {
    text = readOnce(text);
  }
  return foldSpaces(withoutControls(text));
}

export interface CutText {
  readonly text: string;
  /** True when something was cut off (an ellipsis stands in its place). */
  readonly cut: boolean;
}

/** At most `max` UTF-16 units, cut at the last word's end (or between two characters) with an ellipsis. */
export function capText(text: string, max: number): CutText {
  if (text.length <= max) return { text, cut: false };
  const piece = text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  const space = /\s/.test(text.charAt(max - 1)) ? -1 : piece.search(/\s\S*$/);
  const whole = space > max * 0.6 ? piece.slice(0, space) : piece;
  return { text: `${whole.trimEnd()}…`, cut: true };
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The first sentences of a plain text's first paragraph, as many as fit; a longer first one is cut at a word. */
export function firstSentences(text: string, maxChars: number = textCaps.summary): string {
  const paragraph = (text.split('\n\n', 1)[0] ?? '').replace(/\s*\n\s*/g, ' ').trim();
  if (paragraph.length <= maxChars) return paragraph;
  let end = 0;
  for (const { index, segment } of sentences.segment(paragraph.slice(0, maxChars + 1))) {
    const next = index + segment.trimEnd().length;
    if (next > maxChars || index + segment.length > maxChars) break;
    end = next;
  }
  return end > 0 ? paragraph.slice(0, end) : capText(paragraph, maxChars).text;
}

/** A title on one line: markup and line breaks out; empty when nothing remains. Not yet capped. */
export function cleanTitle(value: string): string {
  return plainText(value)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^- /, '');
}
