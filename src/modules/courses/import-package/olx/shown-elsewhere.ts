import type { Note } from '../package-reader.ts';
import { assetNameOf } from './course-files.ts';
import { distinct, readPage, readText } from './course-html.ts';
import { webAddress } from '../reading/film-link.ts';
import { numberIn } from './json-attribute.ts';
import {
  type ConvertedLeaf,
  type DraftBlock,
  keptAsSource,
  type LeafReader,
  type LeafScene,
  outcomeOf,
} from './leaf.ts';
import { escaped, paragraphs } from './plain-html.ts';

const told = (blocks: readonly DraftBlock[], notes: readonly Note[]): ConvertedLeaf => ({
  blocks,
  outcome: outcomeOf(notes),
  notes: distinct(notes),
});

const titleOf = (attributes: Readonly<Record<string, string>>, otherwise: string): string =>
  (attributes['display_name']?.trim() || otherwise).slice(0, 500);

/** A document to read: a file of the course, or one of another site in a frame. */
export const readPdf: LeafReader = (node, scene) => {
  const { attributes } = node;
  const sources = [attributes['url'], attributes['source_url']].filter(
    (each) => each !== undefined && each !== '',
  );
  const notes: Note[] = [];
  const blocks = sources.flatMap((address = '', at): DraftBlock[] => {
    const name =
      at === 0 ? titleOf(attributes, fileIn(address)) : attributes['source_text'] || fileIn(address);
    const block = documentAt(address, name.slice(0, 500), scene, notes);
    return block === undefined ? [] : [{ content: block }];
  });
  return blocks.length === 0 ? keptAsSource(node, notes[0] ?? { code: 'no-address' }) : told(blocks, notes);
};

const fileIn = (address: string): string =>
  address
    .split(/[/@]/)
    .at(-1)
    ?.replace(/[?#].*$/, '') || address;

function documentAt(
  address: string,
  label: string,
  { files }: LeafScene,
  notes: Note[],
): DraftBlock['content'] | undefined {
  const name = assetNameOf(address);
  if (name !== undefined) {
    const file = files.use(name);
    if (file === undefined) notes.push({ code: 'file-missing', values: { name: name.slice(0, 120) } });
    return file === undefined ? undefined : { type: 'file', file, label };
  }
  const url = webAddress(address);
  return url === undefined ? undefined : { type: 'embed', url: url.href, label };
}

/** A picture that opened large: it stands in the text. */
export const readImageModal: LeafReader = ({ attributes, ...node }, scene) => {
  const address = attributes['image_url'] ?? '';
  if (address === '') return keptAsSource({ attributes, ...node }, { code: 'no-address' });
  const alt = attributes['alt_text'] || attributes['display_name'] || '';
  const words = attributes['description'] ?? '';
  const caption = words === '' ? '' : `<figcaption>${escaped(words)}</figcaption>`;
  const { text, notes } = readText(
    `<figure><img src="${escaped(address)}" alt="${escaped(alt)}"/>${caption}</figure>`,
    scene,
  );
  return told([{ content: { type: 'text', text } }], notes);
};

/** Documents and calendars that another site shows in a frame. */
export const readFramed: LeafReader = (node, scene) => {
  const { attributes } = node;
  const calendar = attributes['calendar_id'] ?? '';
  const code =
    attributes['embed_code'] ??
    attributes['iframe_url'] ??
    (calendar === '' ? '' : `https://www.google.com/calendar/embed?src=${encodeURIComponent(calendar)}`);
  const html = /<\w/.test(code) ? code : `<iframe src="${escaped(code)}"></iframe>`;
  const { pieces, notes } = readPage(html, scene);
  const blocks = pieces.map((piece): DraftBlock => ({
    content: typeof piece === 'string' ? { type: 'text', text: piece } : piece,
  }));
  return code === '' || blocks.length === 0
    ? keptAsSource(node, { code: 'no-address' })
    : told(blocks, notes);
};

/** A text of one's own, of which the other platform only counted the words. */
export const readFreeText: LeafReader = ({ attributes }, scene) => {
  const prompt = attributes['prompt'] ?? '';
  const { text, notes } = readText(/<\w/.test(prompt) ? prompt : paragraphs(prompt), scene);
  const most = numberIn(attributes['max_word_count']);
  const question = {
    id: 'question-1',
    type: 'essay' as const,
    prompt: text,
    points: Math.min(1000, Math.max(0, numberIn(attributes['weight']) ?? 1)),
    ...(most !== undefined && most >= 1 && { mostWords: Math.floor(most) }),
  };
  return told([{ content: { type: 'questions', questions: [question] } }], notes);
};
