import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { render } from 'dom-serializer';

/**
 * Markdown that makes this course text again, for editing it in a plain field. What Markdown has no sign for stands in it
 * as HTML.
 */
export function markdownOfCourseText(text: string): string {
  const root: Document = parseDocument(text);
  return blocksOf(root.children).trim();
}

const inlineTags = new Set(
  'a em strong code sub sup kbd mark s u small abbr cite q samp var dfn span br img bdi bdo ruby wbr math'.split(
    ' ',
  ),
);
const isInline = (node: ChildNode): boolean => isText(node) || (isTag(node) && inlineTags.has(node.name));
const plain = (element: Element): boolean => Object.keys(element.attribs).length === 0;

const html = (node: ChildNode): string => render(node, { encodeEntities: 'utf8', selfClosingTags: false });

/** Blocks part by a blank line; a run of inline pieces is a paragraph. */
function blocksOf(nodes: readonly ChildNode[]): string {
  const out: string[] = [];
  let line: ChildNode[] = [];
  const close = (): void => {
    const text = inlineOf(line).trim();
    if (text !== '') out.push(text);
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) line.push(node);
    else {
      close();
      if (isTag(node)) out.push(blockOf(node));
    }
  }
  close();
  return out.filter((text) => text !== '').join('\n\n');
}

function blockOf(element: Element): string {
  const { name, children } = element;
  if (!plain(element) && !(name === 'ol' && Object.keys(element.attribs).join() === 'start'))
    return rawBlock(element);
  if (name === 'p') return inlineOf(children).trim();
  if (/^h[2-5]$/.test(name))
    return `${'#'.repeat(Number(name[1]))} ${inlineOf(children).replaceAll('\n', ' ').trim()}`;
  if (name === 'ul') return items(element, () => '- ') ?? rawBlock(element);
  if (name === 'ol') {
    const first = Number(element.attribs['start'] ?? 1);
    return items(element, (at) => `${first + at}. `) ?? rawBlock(element);
  }
  if (name === 'blockquote') return indented(blocksOf(children), '> ', '> ');
  if (name === 'hr') return '---';
  if (name === 'pre') return fence(element) ?? rawBlock(element);
  if (name === 'table') return tableOf(element) ?? rawBlock(element);
  return rawBlock(element);
}

/** HTML blocks of CommonMark end at a blank line. */
const rawBlock = (element: Element): string => html(element).replace(/\n\s*\n/g, '\n');

const indented = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, at) => (line === '' && rest.trim() === '' ? '' : (at === 0 ? first : rest) + line))
    .join('\n');

function items(list: Element, marker: (at: number) => string): string | undefined {
  const entries = list.children.filter(isTag);
  if (entries.some((entry) => entry.name !== 'li' || !plain(entry))) return undefined;
  // items of one line stand close; with paragraphs of their own they stand apart
  const loose = entries.some((entry) => entry.children.some((child) => isTag(child) && child.name === 'p'));
  return entries
    .map((entry, at) => {
      const mark = marker(at);
      const content = loose ? blocksOf(entry.children) : tight(entry.children);
      return indented(content, mark, ' '.repeat(mark.length));
    })
    .join(loose ? '\n\n' : '\n');
}

/** Words of an item, and lists inside it on lines of their own. */
function tight(nodes: readonly ChildNode[]): string {
  const words = inlineOf(nodes.filter(isInline)).trim();
  const inner = nodes.filter((node) => !isInline(node)).filter(isTag);
  // a list that begins with another number does not end a line of words
  const within = (each: Element): string => (each.attribs['start'] ? rawBlock(each) : blockOf(each));
  return [words, ...inner.map(within)].filter((part) => part !== '').join('\n');
}

function fence(element: Element): string | undefined {
  const [code, ...more] = element.children.filter(isTag);
  const isPlainText = element.children.every(isText);
  if (!isPlainText && (!code || code.name !== 'code' || more.length > 0)) return undefined;
  const source = isPlainText ? element : (code as Element);
  if (!source.children.every(isText)) return undefined;
  const language = /^language-([\w+-]+)$/.exec(source.attribs['class'] ?? '')?.[1] ?? '';
  if (!isPlainText && Object.keys(source.attribs).length > (language === '' ? 0 : 1)) return undefined;
  const words = source.children
    .map((child) => (isText(child) ? child.data : ''))
    .join('')
    .replace(/\n$/, '');
  const ticks = '`'.repeat(Math.max(3, longest(words, /`+/g) + 1));
  return `${ticks}${language}\n${words}\n${ticks}`;
}

const longest = (text: string, pattern: RegExp): number =>
  Math.max(0, ...[...text.matchAll(pattern)].map(([found]) => found.length));

/** A table with one row of headings and cells of one line; any other stays HTML. */
function tableOf(table: Element): string | undefined {
  const parts = table.children.filter(isTag);
  if (parts.some(({ name }) => name !== 'thead' && name !== 'tbody')) return undefined;
  const rows = parts.flatMap((part) => part.children.filter(isTag));
  const [head, ...body] = rows.map((row) => row.children.filter(isTag));
  if (!head || parts[0]?.name !== 'thead' || head.some(({ name }) => name !== 'th')) return undefined;
  const cells = rows.flatMap((row) => row.children.filter(isTag));
  if (
    cells.some(
      (each) =>
        !each.children.every(isInline) ||
        Object.keys(each.attribs).some((name) => name !== 'class' && name !== 'scope'),
    )
  )
    return undefined;
  const words = (row: readonly Element[]): string =>
    `| ${row.map((each) => inlineOf(each.children).replaceAll('|', '\\|').replaceAll('\n', ' ').trim()).join(' | ')} |`;
  const sides = head.map(({ attribs }) => ({ centre: ':-:', end: '--:' })[attribs['class'] ?? ''] ?? '---');
  return [words(head), `| ${sides.join(' | ')} |`, ...body.map(words)].join('\n');
}

function inlineOf(nodes: readonly ChildNode[]): string {
  return nodes.map(oneInline).join('');
}

function oneInline(node: ChildNode): string {
  if (isText(node)) return literal(node.data.replace(/\s+/g, ' '));
  if (!isTag(node)) return '';
  const inner = (): string => inlineOf(node.children);
  if (node.name === 'br') return '\\\n';
  if (node.name === 'img') return imageOf(node);
  if (node.name === 'a') return linkOf(node) ?? html(node);
  if (!plain(node)) return html(node);
  if (node.name === 'strong') return wrapped(inner(), '**') ?? html(node);
  if (node.name === 'em') return wrapped(inner(), '*') ?? html(node);
  if (node.name === 's') return wrapped(inner(), '~~') ?? html(node);
  if (node.name === 'code') return codeOf(node);
  return html(node);
}

/** Stars do not open before a space, nor close after one. */
const wrapped = (text: string, sign: string): string | undefined =>
  text === '' || /^\s|\s$/.test(text) || text.includes('*') ? undefined : `${sign}${text}${sign}`;

function codeOf(element: Element): string {
  if (!element.children.every(isText)) return html(element);
  const words = element.children.map((child) => (isText(child) ? child.data : '')).join('');
  const ticks = '`'.repeat(longest(words, /`+/g) + 1);
  const room = /^`|`$/.test(words) ? ' ' : '';
  return words.trim() === '' || /^ .* $/.test(words)
    ? html(element)
    : `${ticks}${room}${words}${room}${ticks}`;
}

function linkOf(element: Element): string | undefined {
  const { href, title, ...rest } = element.attribs;
  if (href === undefined || title !== undefined || Object.keys(rest).length > 0) return undefined;
  if (element.children.some((child) => isTag(child) && child.name === 'a')) return undefined;
  return `[${inlineOf(element.children)}](${/[\s()<>]/.test(href) ? `<${href}>` : href})`;
}

function imageOf(element: Element): string {
  const { src = '', alt = '', title, ...rest } = element.attribs;
  if (title !== undefined || Object.keys(rest).length > 0) return html(element);
  return `![${literal(alt)}](${src})`;
}

const special = /[\\`*_<>&~|#[\]]/g;

/** Behind a backslash they would begin mathematics. */
const brackets: Readonly<Record<string, string>> = { '[': '&#91;', ']': '&#93;' };

/** Signs of Markdown in running words are letters; mathematics stays as it is. */
function literal(text: string): string {
  return text
    .split(/(\\\(.*?\\\)|\\\[.*?\\\])/s)
    .map((part, at) => (at % 2 === 1 ? part : guarded(part)))
    .join('');
}

const guarded = (text: string): string =>
  text
    .replace(special, (sign) => brackets[sign] ?? `\\${sign}`)
    .replace(/^(\s*)([-+])(\s)/, '$1\\$2$3')
    .replace(/^(\s*\d+)([.)])(\s)/, '$1\\$2$3');
