import { DOMParser as Reader, DOMSerializer, type Node, type Schema } from 'prosemirror-model';
import { courseMarkdown } from '../../platform/course-text/course-markdown.ts';

/** Elements that only parse differently: what stands in them is kept. */
const shapes = new Set(['P', 'THEAD', 'TBODY', 'HTML', 'HEAD', 'BODY', 'BR', 'B', 'I', 'STRONG', 'EM']);

/** A text of the field as a document of the editor; undefined when the editor would lose something of it. */
export function readField(markdown: string, schema: Schema): Node | undefined {
  const source = new DOMParser().parseFromString(courseMarkdown.render(markdown), 'text/html').body;
  for (const image of source.querySelectorAll('img')) {
    const [, id] = /^file:(.+)$/.exec(image.getAttribute('src') ?? '') ?? [];
    if (id === undefined) return undefined;
    image.setAttribute('data-file', id);
  }
  const document = Reader.fromSchema(schema).parse(source);
  const shown = new DOMParser().parseFromString(htmlOf(document), 'text/html').body;
  return countsOf(source) === countsOf(shown) ? document : undefined;
}

/** Which elements there are, how often, and how many signs: what differs was not understood. */
function countsOf(body: HTMLElement): string {
  const counts = new Map<string, number>();
  for (const { tagName, attributes } of body.querySelectorAll('*')) {
    if (shapes.has(tagName)) continue;
    const names = [...attributes].map(({ name }) => name).filter((name) => kept.has(name));
    const key = `${tagName} ${names.sort().join()}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const signs = (body.textContent ?? '').replace(/\s+/g, '').length;
  return JSON.stringify([signs, [...counts].sort()]);
}

/** Attributes that say something. */
const kept = new Set([
  'lang',
  'dir',
  'id',
  'colspan',
  'rowspan',
  'type',
  'start',
  'width',
  'height',
  'cite',
  'open',
]);

/** HTML of the course text format: `file:ID` in pictures, items and cells of one line without paragraphs. */
export function htmlOf(node: Node): string {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  const made = DOMSerializer.fromSchema(node.type.schema).serializeFragment(node.content, {
    document: holder.ownerDocument,
  });
  holder.append(made);
  for (const image of holder.querySelectorAll('img[data-file]')) {
    image.setAttribute('src', `file:${image.getAttribute('data-file')}`);
    image.removeAttribute('data-file');
  }
  for (const item of holder.querySelectorAll('li')) {
    const [first] = item.children;
    if (first?.tagName === 'P' && [...item.children].filter(({ tagName }) => tagName === 'P').length === 1)
      first.replaceWith(...first.childNodes);
  }
  for (const table of holder.querySelectorAll('table')) withHead(table);
  for (const list of holder.querySelectorAll('[data-tight]')) list.removeAttribute('data-tight');
  return holder.innerHTML;
}

/** A first row of headings stands in the head of its table, as screen readers and Markdown want it. */
function withHead(table: HTMLTableElement): void {
  const [first] = table.rows;
  if (!first || table.tHead || [...first.cells].some(({ tagName }) => tagName !== 'TH')) return;
  table.createTHead().append(first);
}
