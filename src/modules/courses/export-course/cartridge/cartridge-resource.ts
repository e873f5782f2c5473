import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { Block, BlockContent, BlockType, ContentOf } from '../../content/blocks.ts';
import type { Bank } from '../../content/course-content.ts';
import type { Note } from '../../import-package/package-reader.ts';
import { blockAsHtml } from '../block-as-html.ts';
import { drawnQuestions } from '../drawn-questions.ts';
import { note } from '../packed-course.ts';
import { questionAsHtml } from '../question-as-html.ts';
import { lineAsHtml, type TargetLinks, targetText } from '../target-text.ts';
import { cartridgeAssessment } from './cartridge-assessment.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A resource of the manifest with its file; the files of the course are resources of their own. */
export interface CartridgeResource {
  readonly type: string;
  readonly path: string;
  readonly content: string;
}

export interface WrittenItem {
  readonly resource: CartridgeResource;
  readonly notes: readonly Note[];
}

export interface CartridgeScene {
  readonly lang: string;
  readonly links: TargetLinks;
  readonly banks: readonly Bank[];
  /** Path below the files' folder. */
  fileName(id: string): string | undefined;
}

type Writers = {
  [T in BlockType]?: (content: ContentOf<T>, place: Place, scene: CartridgeScene) => WrittenItem | undefined;
};
interface Place {
  readonly id: string;
  readonly title: string;
}

/** A page of text. */
export function page({ id, title }: Place, html: string, { lang, links }: CartridgeScene): CartridgeResource {
  const said = xmlElement('title', title);
  const content = `<!DOCTYPE html>\n<html lang="${lang}"><head><meta charset="utf-8" />${said}</head><body>${targetText(html, links)}</body></html>\n`;
  return { type: 'webcontent', path: `pages/${id}.html`, content };
}

const whole = (resource: CartridgeResource, notes: readonly Note[] = []): WrittenItem => ({
  resource,
  notes,
});

function webLink({ id, title }: Place, url: string): CartridgeResource {
  const inside = [xmlElement('title', title), xmlElement('url', [], { href: url, target: '_blank' })];
  const xml = xmlElement('webLink', inside, { xmlns: 'http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3' });
  return { type: 'imswl_xmlv1p3', path: `links/${id}.xml`, content: head + xml };
}

function questions(content: ContentOf<'questions'>, place: Place, scene: CartridgeScene): WrittenItem {
  const notes: Note[] = [];
  const drawn = drawnQuestions(content, scene.banks);
  const xml = cartridgeAssessment(place, content, drawn, {
    links: scene.links,
    note: (code, values) => notes.push(note(code, values)),
  });
  if (xml !== undefined)
    return {
      resource: {
        type: 'imsqti_xmlv1p2/imscc_xmlv1p3/assessment',
        path: `tests/${place.id}.xml`,
        content: xml,
      },
      notes,
    };
  const shown = (content.intro ?? '') + [...content.questions, ...drawn].map(questionAsHtml).join('<hr />');
  return whole(page(place, shown, scene), [note('questions-shown-only')]);
}

function discussion(
  { topic }: ContentOf<'discussion'>,
  { id, title }: Place,
  { links }: CartridgeScene,
): WrittenItem {
  const text = xmlElement('text', targetText(topic, links), { texttype: 'text/html' });
  const xml = xmlElement('topic', [xmlElement('title', title), text], {
    xmlns: 'http://www.imsglobal.org/xsd/imsccv1p3/imsdt_v1p3',
  });
  return whole({ type: 'imsdt_xmlv1p3', path: `discussions/${id}.xml`, content: head + xml });
}

const formats = { text: ['html'], files: ['file'], both: ['html', 'file'] } as const;

function assignment(
  content: ContentOf<'assignment'>,
  { id, title }: Place,
  { links }: CartridgeScene,
): WrittenItem {
  const xml = xmlElement(
    'assignment',
    [
      xmlElement('title', title),
      xmlElement('text', targetText(content.task, links), { texttype: 'text/html' }),
      xmlElement('gradable', 'true', { points_possible: String(content.points) }),
      xmlElement(
        'submission_formats',
        formats[content.takes].map((type) => xmlElement('format', [], { type })),
      ),
    ],
    { xmlns: 'http://www.imsglobal.org/xsd/imscc_extensions/assignment', identifier: id },
  );
  const notes = [
    ...(content.criteria.length > 0 ? [note('criteria-left-out')] : []),
    ...(content.assessedBy === 'teacher' ? [] : [note('assessed-by-teacher')]),
    ...(content.opens !== undefined || content.due !== undefined ? [note('days-left-out')] : []),
    ...(content.endings.length > 0 ? [note('endings-left-out')] : []),
  ];
  return {
    resource: { type: 'assignment_xmlv1p0', path: `assignments/${id}.xml`, content: head + xml },
    notes,
  };
}

function tool({ url, label, settings }: ContentOf<'tool'>, { id, title }: Place): WrittenItem {
  const base = 'http://www.imsglobal.org/xsd';
  const inside = [
    xmlElement('blti:title', title),
    xmlElement('blti:description', label),
    xmlElement(url.startsWith('https:') ? 'blti:secure_launch_url' : 'blti:launch_url', url),
  ];
  const xml = xmlElement('cartridge_basiclti_link', inside, {
    xmlns: `${base}/imslticc_v1p3`,
    'xmlns:blti': `${base}/imsbasiclti_v1p0`,
  });
  const notes = Object.keys(settings).length > 0 ? [note('settings-left-out')] : [];
  return { resource: { type: 'imsbasiclti_xmlv1p3', path: `tools/${id}.xml`, content: head + xml }, notes };
}

/** A film as a page that plays it; its captions stand beside as files. */
function video(content: ContentOf<'video'>, place: Place, scene: CartridgeScene): WrittenItem | undefined {
  const { link, file, tracks, poster } = content;
  if (link !== undefined)
    return whole(
      webLink(place, link.url),
      tracks.length > 0 ? [note('tracks-left-out', { n: tracks.length })] : [],
    );
  const html = blockAsHtml(content);
  if (html === undefined || file === undefined) return undefined;
  const still = poster === undefined ? '' : `<p><img src="file:${poster}" alt="" /></p>`;
  const notes = [
    note('film-as-link'),
    ...(tracks.length > 0 ? [note('tracks-left-out', { n: tracks.length })] : []),
  ];
  const name = lineAsHtml(scene.fileName(file) ?? place.title);
  return { resource: page(place, `${still}<p><a href="file:${file}">${name}</a></p>`, scene), notes };
}

const writers: Writers = {
  text: ({ text }, place, scene) => whole(page(place, text, scene)),
  embed: ({ url }, place) => whole(webLink(place, url)),
  questions,
  discussion,
  assignment,
  tool,
  video,
};

/** A block as an item of a cartridge; what has no resource of its own there is a page. Undefined: it cannot be said. */
export function resourceOf(block: Block, place: Place, scene: CartridgeScene): WrittenItem | undefined {
  const write = writers[block.content.type] as
    ((content: BlockContent, place: Place, scene: CartridgeScene) => WrittenItem | undefined) | undefined;
  const written = write?.(block.content, place, scene);
  if (written !== undefined) return written;
  const html = blockAsHtml(block.content);
  return html === undefined ? undefined : whole(page(place, html, scene), [note('as-text')]);
}

/** Every item of a cartridge has a title: the block's own, the first words of what it says, or the unit's. */
export function titleOf({ title, content }: Block, unitTitle: string): string {
  if (title !== '') return title;
  const html =
    content.type === 'text' ? /<h[2-5][^>]*>([\s\S]*?)<\/h[2-5]>/.exec(content.text)?.[1] : undefined;
  const words = html === undefined ? '' : wordsOfCourseText(html).replace(/\s+/g, ' ').trim();
  return words === '' ? unitTitle : words.slice(0, 200);
}
