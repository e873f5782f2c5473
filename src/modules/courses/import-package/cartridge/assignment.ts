import {
  elementAt,
  elementsBelow,
  textAt,
  xmlCharacters,
  type XmlNode,
} from '../../../../platform/xml/xml-tree.ts';
import type { Block, ContentOf } from '../../content/blocks.ts';
import type { Converted } from '../reading/converted.ts';
import { lineOf, textOfWords } from '../reading/course-lines.ts';
import { blockOf, courseTextOf, pageBlocks } from '../reading/page-blocks.ts';
import { sourceBlock } from '../reading/source-block.ts';
import type { CanvasRubric } from './canvas-course.ts';
import { pageScene } from './cartridge-scene.ts';
import { documentOf, type ItemAt } from './item-at.ts';
import { attachmentLinks, htmlOf } from './discussion.ts';
import { toolBlock } from './tool-link.ts';

type Assignment = ContentOf<'assignment'>;

/** Work to hand in: the standard's extension, and how Canvas wrote it before there was one. */
export async function convertAssignment(item: ItemAt): Promise<Converted> {
  const { cartridge, leaf, folder, book } = item;
  const root = await documentOf(item);
  const canvas = elementAt(root, 'extensions', 'assignment') ?? root;
  const title = leaf.title || textAt(root, 'title') || leaf.identifier;
  const scene = pageScene(cartridge, folder, book);
  const html = (await taskHtml(item, root)) + attachmentLinks(root);
  tellWhatIsLeft(canvas, item);
  const blocks = nothingToHandIn(canvas)
    ? [
        ...(await pageBlocks(html, leaf.unit, scene)),
        blockOf(cartridge.names, `${leaf.unit}-done`, { type: 'done' }),
      ]
    : [...toolOf(canvas, title, item), workBlock(item, root, canvas, title, courseTextOf(html, scene))];
  return {
    title,
    blocks: [...blocks, ...teachersNotes(root, item)],
    outcome: book.outcome,
    notes: book.notes,
  };
}

async function taskHtml({ cartridge, resource }: ItemAt, root: XmlNode): Promise<string> {
  const own = htmlOf(elementAt(root, 'text'));
  const page = resource.files.find((file) => /\.html?$/.test(file) && cartridge.archive.has(file));
  return own !== '' || page === undefined ? own : xmlCharacters(await cartridge.archive.read(page));
}

const ways = (canvas: XmlNode): string[] =>
  textAt(canvas, 'submission_types')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const nothingToHandIn = (canvas: XmlNode): boolean =>
  ways(canvas).length > 0 && ways(canvas).every((way) => /^(none|on_paper|not_graded)$/.test(way));

/** What has no counterpart here, or is for a run to say. */
function tellWhatIsLeft(canvas: XmlNode, { book }: ItemAt): void {
  const yes = (name: string): boolean => textAt(canvas, name) === 'true';
  if (['due_at', 'lock_at', 'unlock_at'].some((name) => textAt(canvas, name) !== ''))
    book.tell('dates-left-out');
  if (textAt(canvas, 'workflow_state') === 'unpublished') book.tell('unpublished-there');
  if (yes('has_group_category')) book.lost('group-work');
  if (nothingToHandIn(canvas)) book.tell('nothing-to-hand-in');
}

function toolOf(canvas: XmlNode, title: string, { cartridge, leaf, book }: ItemAt): Block[] {
  const url = textAt(canvas, 'external_tool_url');
  return url === '' ? [] : [toolBlock(cartridge.names, leaf.unit, { url, title }, book)];
}

function workBlock(item: ItemAt, root: XmlNode, canvas: XmlNode, title: string, task: string): Block {
  const { cartridge, leaf } = item;
  const points = Number.parseFloat(
    textAt(canvas, 'points_possible') || (elementAt(root, 'gradable')?.attributes['points_possible'] ?? ''),
  );
  const content: Assignment = {
    type: 'assignment',
    task: task === '' ? textOfWords(title) : task,
    takes: takesOf(root, canvas),
    endings: endingsOf(canvas),
    ...assessment(canvas),
    criteria: criteriaOf(item, canvas),
    points: points >= 0 ? Math.min(1000, points) : 1,
  };
  return blockOf(cartridge.names, `${leaf.unit}-work`, content, title);
}

function takesOf(root: XmlNode, canvas: XmlNode): Assignment['takes'] {
  const formats = elementsBelow(elementAt(root, 'submission_formats'), 'format').map(
    (each) => each.attributes['type'] ?? '',
  );
  const said = [...formats, ...ways(canvas)].join(' ');
  const files = /file|online_upload|media_recording/.test(said);
  const text = /html|text|url/.test(said);
  return files === text ? 'both' : files ? 'files' : 'text';
}

const endingsOf = (canvas: XmlNode): string[] =>
  textAt(canvas, 'allowed_extensions')
    .split(',')
    .map((each) => each.trim().replace(/^\./, '').toLowerCase())
    .filter((each) => each !== '' && each.length <= 12)
    .slice(0, 30);

function assessment(canvas: XmlNode): Pick<Assignment, 'assessedBy' | 'peers'> {
  if (textAt(canvas, 'peer_reviews') !== 'true') return { assessedBy: 'teacher' };
  const count = Math.min(20, Math.max(1, Number.parseInt(textAt(canvas, 'peer_review_count'), 10) || 1));
  return { assessedBy: 'peers', peers: { owes: count, gets: count } };
}

function criteriaOf({ cartridge, leaf, book }: ItemAt, canvas: XmlNode): Assignment['criteria'] {
  const ref = textAt(canvas, 'rubric_identifierref');
  if (ref === '') return [];
  const rubric = cartridge.canvas.rubrics.get(ref);
  if (rubric === undefined) {
    book.lost('rubric-missing');
    return [];
  }
  return rubric.criteria.slice(0, 50).map((criterion) => criterionOf(criterion, leaf.unit, cartridge));
}

function criterionOf(
  { id, title, text, levels }: CanvasRubric['criteria'][number],
  unit: string,
  { names }: ItemAt['cartridge'],
): Assignment['criteria'][number] {
  return {
    id: names.next(`${unit}-${id}`),
    title: lineOf(title, id),
    ...(text !== '' && { text: textOfWords(text) }),
    levels: levels.slice(0, 20).map((level) => ({
      id: names.next(`${unit}-${id}-${level.id}`),
      title: lineOf(level.title, String(level.points)),
      ...(level.text !== '' && { text: textOfWords(level.text) }),
      points: level.points,
    })),
  };
}

/** What only teachers were shown is kept where only authors see it. */
function teachersNotes(root: XmlNode, { cartridge, leaf, book }: ItemAt): Block[] {
  const notes = htmlOf(elementAt(root, 'instructor_text'));
  if (notes === '') return [];
  book.tell('teachers-notes-kept');
  return [sourceBlock(cartridge.names, `${leaf.unit}-notes`, 'common-cartridge:instructor_text', notes)];
}
