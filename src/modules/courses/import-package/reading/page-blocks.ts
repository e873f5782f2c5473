import { parseDocument } from 'htmlparser2';
import { render } from 'dom-serializer';
import type { Archive } from '../../../../platform/archives/archive.ts';
import { cleanCourseText } from '../../../../platform/course-text/clean-course-text.ts';
import type { Block, BlockContent } from '../../content/blocks.ts';
import type { CaptionTrack } from '../../content/media.ts';
import { readCaptions } from '../../films/captions/read-captions.ts';
import { writeVtt } from '../../films/captions/write-captions.ts';
import { textOfWords } from './course-lines.ts';
import type { PageMedium } from './page-media.ts';
import { type PagePart, pageParts } from './page-parts.ts';
import type { PartNames } from './part-names.ts';
import type { TextScene } from './text-scene.ts';

const mostText = 390_000;

export interface PageScene extends TextScene {
  readonly archive: Archive;
  readonly names: PartNames;
}

/** Blocks of a page of HTML: its texts, films, sounds and frames in their order; an empty text where nothing is on it. */
export async function pageBlocks(html: string, title: string, scene: PageScene): Promise<Block[]> {
  const contents: BlockContent[] = [];
  for (const part of pageParts(html, scene)) contents.push(...(await contentsOf(part, scene)));
  if (contents.length === 0) {
    scene.book.tell('page-empty');
    contents.push({ type: 'text', text: '' });
  }
  return contents.map((content, n) => blockOf(scene.names, n === 0 ? title : `${title}-${n + 1}`, content));
}

/** A block without a title of its own: its unit's says enough. `name` makes its id. */
export function blockOf(names: PartNames, name: string, content: BlockContent, title = ''): Block {
  return { id: names.next(name), title: title.slice(0, 300).trim(), optional: false, content };
}

async function contentsOf(part: PagePart, scene: PageScene): Promise<BlockContent[]> {
  if ('text' in part) return sized(part.text).map((text) => ({ type: 'text', text }));
  const { content, tracks } = part.medium;
  if (content.type !== 'video' && content.type !== 'audio') return [content];
  return [{ ...content, tracks: await readTracks(tracks, scene) }];
}

async function readTracks(
  tracks: PageMedium['tracks'],
  { archive, book, files }: PageScene,
): Promise<CaptionTrack[]> {
  const read: CaptionTrack[] = [];
  for (const { path, lang, kind } of tracks) {
    const captions = readCaptions(await archive.read(path), lang);
    files.read(path);
    if (captions.cues.length === 0) book.lost('captions-unreadable', path);
    else
      read.push({
        lang: lang.length >= 2 ? lang.slice(0, 35) : 'und',
        kind: kindOf(kind),
        vtt: writeVtt(captions),
      });
  }
  return read;
}

const kindOf = (kind: string): CaptionTrack['kind'] =>
  kind === 'captions' || kind === 'chapters' || kind === 'descriptions' ? kind : 'subtitles';

/** A text longer than a block can hold is parted between its paragraphs. */
function sized(text: string): string[] {
  if (text.length <= mostText) return [text];
  const pieces = parseDocument(text).children.map((node) => render(node, { encodeEntities: 'utf8' }));
  const texts = [''];
  for (const piece of pieces) {
    if ((texts.at(-1)?.length ?? 0) + piece.length > mostText) texts.push('');
    texts[texts.length - 1] += piece;
  }
  return texts.flatMap((each) => (each.length <= mostText ? [each] : chunks(each)));
}

const chunks = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / mostText) }, (_, n) =>
    cleanCourseText(text.slice(n * mostText, (n + 1) * mostText)),
  );

/** Course text of a piece of HTML in which no media can stand, such as a question: a link stands for each. */
export function courseTextOf(html: string, scene: TextScene): string {
  const parts = pageParts(html, scene);
  const text = parts.map((part) => ('text' in part ? part.text : linkTo(part.medium))).join('');
  if (text.length <= mostText) return text;
  scene.book.lost('text-too-long');
  return cleanCourseText(text.slice(0, mostText));
}

function linkTo({ content, label }: PageMedium): string {
  const address =
    'file' in content && content.file !== undefined
      ? `file:${content.file}`
      : content.type === 'embed'
        ? content.url
        : content.type === 'video'
          ? (content.link?.url ?? '')
          : '';
  return cleanCourseText(`<p><a href="${address.replaceAll('"', '%22')}">${textOfWords(label)}</a></p>`);
}
