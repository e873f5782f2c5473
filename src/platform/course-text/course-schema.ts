import { schema as commonmark } from 'prosemirror-markdown';
import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { tableSpecs } from '../rich-text/editor-tables.ts';
import { calloutKinds, mayLinkTo } from './allowed.ts';

/** A mark that is one element and no more. */
const element = (tag: string): MarkSpec => ({ parseDOM: [{ tag }], toDOM: () => [tag, 0] });

/** What a course text in the editor may hold; `fileAddress` says where the picture of an id is shown from. */
export function courseSchema(fileAddress: (id: string) => string): Schema {
  const { nodes, marks } = commonmark.spec;
  return new Schema({
    nodes: nodes
      .update('heading', headingSpec(nodes.get('heading') ?? {}))
      .update('image', pictureSpec(nodes.get('image') ?? {}, fileAddress))
      .append(tableSpecs)
      .addToEnd('callout', calloutSpec),
    marks: marks
      .update('link', linkSpec(marks.get('link') ?? {}))
      .append({ strike: element('s'), sub: element('sub'), sup: element('sup'), underline: element('u') }),
  });
}

const headingSpec = (spec: NodeSpec): NodeSpec => ({
  ...spec,
  attrs: { level: { default: 2 } },
  parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
    tag: `h${level}`,
    attrs: { level: Math.min(5, Math.max(2, level)) },
  })),
  toDOM: (node) => [`h${node.attrs['level']}`, 0],
});

/** Only files of the course are shown while one writes; a pasted picture of another site is left out. */
const pictureSpec = (spec: NodeSpec, fileAddress: (id: string) => string): NodeSpec => ({
  ...spec,
  attrs: { src: {}, alt: { default: '' }, title: { default: null }, decorative: { default: false } },
  parseDOM: [
    {
      tag: 'img[data-file]',
      getAttrs: (dom) => ({
        src: `file:${dom.getAttribute('data-file')}`,
        alt: dom.getAttribute('alt') ?? '',
        decorative: dom.classList.contains('decorative'),
      }),
    },
  ],
  toDOM: (node) => {
    const id = String(node.attrs['src']).replace(/^file:/, '');
    return [
      'img',
      {
        src: fileAddress(id),
        alt: String(node.attrs['alt']),
        'data-file': id,
        ...(node.attrs['decorative'] ? { class: 'decorative' } : {}),
      },
    ];
  },
});

const calloutSpec: NodeSpec = {
  content: 'block+',
  group: 'block',
  defining: true,
  attrs: { kind: { default: 'note' } },
  parseDOM: [
    {
      tag: 'aside',
      getAttrs: (dom) => ({ kind: calloutKinds.find((each) => dom.classList.contains(each)) ?? 'note' }),
    },
  ],
  toDOM: (node) => ['aside', { class: String(node.attrs['kind']) }, 0],
};

const linkSpec = (spec: MarkSpec): MarkSpec => ({
  ...spec,
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (dom) => {
        const href = dom.getAttribute('href') ?? '';
        return mayLinkTo(href) ? { href, title: dom.getAttribute('title') } : false;
      },
    },
  ],
  toDOM: (mark) => [
    'a',
    { href: String(mark.attrs['href']), title: mark.attrs['title'] as string | null },
    0,
  ],
});
