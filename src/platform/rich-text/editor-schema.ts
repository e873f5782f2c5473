import { schema as commonmark } from 'prosemirror-markdown';
import { type NodeSpec, Schema } from 'prosemirror-model';
import { headingTag } from './heading-tag.ts';
import { mayLinkTo, pictureIdOf } from './markdown.ts';
import { tableSpecs } from './editor-tables.ts';

/** What a text in the editor may hold; `pictureAddress` says where the picture of an id is shown from. */
export function editorSchema(pictureAddress: (id: string) => string): Schema {
  const nodes = commonmark.spec.nodes
    .update('heading', headingSpec(commonmark.spec.nodes.get('heading') ?? {}))
    .update('image', imageSpec(commonmark.spec.nodes.get('image') ?? {}, pictureAddress))
    .append(tableSpecs);
  const link = commonmark.spec.marks.get('link') ?? {};
  const marks = commonmark.spec.marks.update('link', {
    ...link,
    parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => linkFrom(dom.getAttribute('href') ?? '') }],
    toDOM: (mark) => [
      'a',
      { href: String(mark.attrs['href']), title: mark.attrs['title'] as string | null },
      0,
    ],
  });
  return new Schema({ nodes, marks });
}

/** Pasted links lead where links may; others leave their words. */
const linkFrom = (href: string) => (mayLinkTo(href) ? { href, title: null } : false);

/** Levels stay as they were written and look as on the page. */
const headingSpec = (spec: NodeSpec): NodeSpec => ({
  ...spec,
  parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.max(2, level) } })),
  toDOM: (node) => [headingTag(`h${node.attrs['level']}`), 0],
});

/** Only our own pictures are shown while one writes; a pasted one of another site is left out. */
const imageSpec = (spec: NodeSpec, pictureAddress: (id: string) => string): NodeSpec => ({
  ...spec,
  parseDOM: [
    {
      tag: 'img[data-picture]',
      getAttrs: (dom) => ({
        src: `picture:${dom.getAttribute('data-picture')}`,
        alt: dom.getAttribute('alt'),
        title: dom.getAttribute('title'),
      }),
    },
  ],
  toDOM: (node) => {
    const id = pictureIdOf(String(node.attrs['src']));
    const alt = String(node.attrs['alt'] ?? '');
    if (id === undefined) return ['span', { class: 'chip' }, alt === '' ? '?' : alt];
    const title = node.attrs['title'] as string | null;
    return ['img', { src: pictureAddress(id), alt, 'data-picture': id, ...(title ? { title } : {}) }];
  },
});
