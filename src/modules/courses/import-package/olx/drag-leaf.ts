import { z } from 'zod';
import type { Note } from '../package-reader.ts';
import { partIdOf } from '../reading/part-names.ts';
import { assetNameOf } from './course-files.ts';
import { distinct, readText } from './course-html.ts';
import { jsonIn, numberIn } from './json-attribute.ts';
import { keptAsSource, type LeafReader, type LeafScene, outcomeOf } from './leaf.ts';
import { percentOf, pictureSize } from './picture-size.ts';
import { escaped } from './plain-html.ts';
import { rulesOf } from './problem/problem-leaf.ts';

const measure = z.coerce.number().catch(0);
const words = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const board = z.object({
  targetImg: words,
  targetImgDescription: words,
  feedback: z.object({ start: words, finish: words }).partial().catch({}),
  zones: z.array(
    z.object({
      uid: z.coerce.string().optional(),
      id: z.coerce.string().optional(),
      title: words,
      description: words,
      x: measure,
      y: measure,
      width: measure,
      height: measure,
    }),
  ),
  items: z.array(
    z.object({
      id: z.coerce.string(),
      displayName: words,
      imageURL: words,
      imageDescription: words,
      zone: z.string().nullish(),
      zones: z.array(z.string()).nullish(),
      feedback: z.object({ correct: words, incorrect: words }).partial().catch({}),
    }),
  ),
});
type Board = z.infer<typeof board>;
type Zone = Board['zones'][number];
type Item = Board['items'][number];

/** Things to put into places on a picture. */
export const readDragAndDrop: LeafReader = async (node, scene) => {
  const read = jsonIn(node.attributes['data'], board);
  if (read === undefined || read.items.length === 0 || read.zones.length === 0)
    return keptAsSource(node, { code: 'no-answers' });
  const notes: Note[] = [];
  const text = (html: string): string => {
    const cleaned = readText(html, scene);
    notes.push(...cleaned.notes);
    return cleaned.text;
  };
  const said =
    node.attributes['question_text'] || read.feedback.start || node.attributes['display_name'] || '';
  const explanation = text(read.feedback.finish ?? '');
  const question = {
    id: 'question-1',
    type: 'drag' as const,
    prompt: text(/<\w/.test(said) ? said : `<p>${escaped(said)}</p>`),
    ...(explanation !== '' && { explanation }),
    points: Math.min(1000, Math.max(0, numberIn(node.attributes['weight']) ?? 1)),
    ...(await pictureOf(read, scene, notes)),
    items: read.items.slice(0, 50).map((item) => itemOf(item, read.zones, scene, notes, text)),
  };
  const rules =
    node.attributes['mode'] === 'assessment' ? rulesOf(node, scene) : { showAnswers: 'answered' as const };
  const told = distinct(notes);
  return {
    blocks: [{ content: { type: 'questions', questions: [question], rules } }],
    outcome: outcomeOf(told),
    notes: told,
  };
};

const zoneName = ({ uid, id, title }: Zone): string => uid ?? id ?? title;

const placeId = (name: string): string => partIdOf(`place-${name}`);

/** Where the picture is missing, places are boxes with their names. */
async function pictureOf(
  { targetImg, targetImgDescription, zones }: Board,
  scene: LeafScene,
  notes: Note[],
): Promise<{
  file?: string;
  alt: string;
  places: { id: string; label: string; shape?: 'rectangle'; at?: number[] }[];
}> {
  const name = assetNameOf(targetImg);
  const file = name === undefined ? undefined : scene.files.use(name);
  const size = file === undefined || name === undefined ? undefined : await pictureSize(name, scene);
  if (targetImg !== '' && size === undefined)
    notes.push({ code: 'file-missing', values: { name: name ?? targetImg.slice(0, 120) } });
  const places = zones.slice(0, 50).map((zone) => ({
    id: placeId(zoneName(zone)),
    label: labelOf(zone),
    ...(size !== undefined && { shape: 'rectangle' as const, at: shareOf(zone, size) }),
  }));
  return {
    ...(size !== undefined && file !== undefined && { file }),
    alt: targetImgDescription.slice(0, 2000),
    places,
  };
}

const shareOf = (zone: Zone, { width, height }: { width: number; height: number }): number[] => [
  percentOf(zone.x, width),
  percentOf(zone.y, height),
  percentOf(zone.width, width),
  percentOf(zone.height, height),
];

const labelOf = (zone: Zone): string =>
  ([zone.title, zone.description].filter((each) => each.trim() !== '').join(': ') || zoneName(zone)).slice(
    0,
    500,
  );

function itemOf(
  item: Item,
  zones: readonly Zone[],
  scene: LeafScene,
  notes: Note[],
  text: (html: string) => string,
): { id: string; text: string; places: string[]; feedbackRight?: string; feedbackWrong?: string } {
  const known = new Set(zones.map(zoneName));
  const named = item.zones ?? (item.zone ? [item.zone] : []);
  const titled = named.map((each) => zones.find(({ title }) => title === each && !known.has(each)));
  const places = named.flatMap((each, at) =>
    known.has(each) ? placeId(each) : titled[at] ? placeId(zoneName(titled[at])) : [],
  );
  const right = text(item.feedback.correct ?? '');
  const wrong = text(item.feedback.incorrect ?? '');
  return {
    id: partIdOf(`item-${item.id}`),
    text: shownItem(item, scene, notes, text),
    places,
    ...(right !== '' && { feedbackRight: right }),
    ...(wrong !== '' && { feedbackWrong: wrong }),
  };
}

function shownItem(item: Item, scene: LeafScene, notes: Note[], text: (html: string) => string): string {
  const html = /<\w/.test(item.displayName) ? item.displayName : escaped(item.displayName);
  if (item.imageURL === '') return text(html);
  const name = assetNameOf(item.imageURL);
  const file = name === undefined ? undefined : scene.files.use(name);
  const alt = escaped(item.imageDescription || item.displayName);
  if (file !== undefined)
    return text(`<img src="/static/${encodeURIComponent(name ?? '')}" alt="${alt}"/> ${html}`);
  notes.push({ code: 'file-missing', values: { name: (name ?? item.imageURL).slice(0, 120) } });
  return text(`${html} ${html === alt ? '' : alt}`);
}
