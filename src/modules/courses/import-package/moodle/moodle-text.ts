import { courseTextOfMarkdown } from '../../../../platform/course-text/course-text-of-markdown.ts';
import { textAt, textIn, type XmlNode } from '../../../../platform/xml/xml-tree.ts';
import { textOfWords } from '../reading/course-lines.ts';

/** Text of a field; Moodle writes `$@NULL@$` where a row of its database holds nothing. */
export function field(node: XmlNode | undefined, ...path: readonly string[]): string {
  const said = path.length === 0 ? textIn(node).trim() : textAt(node, ...path);
  return said === '$@NULL@$' ? '' : said;
}

export const numberField = (node: XmlNode | undefined, name: string): number =>
  Number.parseFloat(field(node, name)) || 0;

export const isYes = (node: XmlNode | undefined, name: string): boolean => field(node, name) === '1';

/** HTML of a text in one of Moodle's formats: 0 automatic, 1 HTML, 2 plain, 4 Markdown, or the words of its exports. */
export function htmlIn(text: string, format: string): string {
  if (format === '2' || format === 'plain_text') return textOfWords(text);
  if (format === '4' || format === 'markdown') return courseTextOfMarkdown(text);
  const automatic = format === '0' || format === 'moodle_auto_format';
  return automatic && !/<\/?[a-z][^>]*>/i.test(text) ? textOfWords(text) : text;
}

/** HTML of a field whose format stands beside it: `intro` and `introformat`. */
export const htmlField = (node: XmlNode | undefined, name: string): string =>
  htmlIn(field(node, name), field(node, `${name}format`) || '1');
