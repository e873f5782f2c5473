import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { Block, BlockType, ContentOf } from '../../content/blocks.ts';
import type { Bank } from '../../content/course-content.ts';
import type { Note } from '../../import-package/package-reader.ts';
import { blockAsHtml } from '../block-as-html.ts';
import { drawnQuestions } from '../drawn-questions.ts';
import { note } from '../packed-course.ts';
import { questionAsHtml } from '../question-as-html.ts';
import { type TargetLinks, targetText } from '../target-text.ts';
import { openAssessment } from './open-assessment.ts';
import { problemXml } from './problem-xml.ts';
import { videoLeaf } from './video-leaf.ts';

/** A leaf of a vertical: `TAG/ID.xml`, and files beside it. */
export interface OlxLeaf {
  readonly tag: string;
  readonly id: string;
  readonly xml: string;
  readonly beside?: readonly { readonly path: string; readonly content: string }[];
}

/** What writing a block may ask for. */
export interface OlxScene {
  readonly links: TargetLinks;
  readonly banks: readonly Bank[];
  picture(id: string): { address: string; width: number; height: number } | undefined;
}

export interface WrittenBlock {
  readonly leaves: readonly OlxLeaf[];
  readonly notes: readonly Note[];
}

type Writers = {
  [T in BlockType]?: (content: ContentOf<T>, block: Block, scene: OlxScene) => WrittenBlock | undefined;
};

/** A page of text. */
export const htmlLeaf = (id: string, title: string, html: string, { links }: OlxScene): OlxLeaf => ({
  tag: 'html',
  id,
  xml: xmlElement('html', [], { filename: id, display_name: title }),
  beside: [{ path: `html/${id}.html`, content: targetText(html, links) }],
});

const simple = (tag: string, { id, title }: Block, attributes: Record<string, string>): OlxLeaf => ({
  tag,
  id,
  xml: xmlElement(tag, [], { display_name: title, ...attributes }),
});

const whole = (...leaves: OlxLeaf[]): WrittenBlock => ({ leaves, notes: [] });

function questions(content: ContentOf<'questions'>, block: Block, scene: OlxScene): WrittenBlock {
  const notes: Note[] = [];
  const drawn = drawnQuestions(content, scene.banks);
  const xml = problemXml(block.title, content, drawn, {
    text: (html) => targetText(html, scene.links),
    picture: (id) => scene.picture(id),
    note: (code, values) => notes.push(note(code, values)),
  });
  if (xml !== undefined) return { leaves: [{ tag: 'problem', id: block.id, xml }], notes };
  const shown = (content.intro ?? '') + [...content.questions, ...drawn].map(questionAsHtml).join('<hr />');
  return { leaves: [htmlLeaf(block.id, block.title, shown, scene)], notes: [note('questions-shown-only')] };
}

function poll(content: ContentOf<'poll'>, block: Block): WrittenBlock {
  const answers = content.options.map(({ id, text }) => [id, { label: text, img: '', img_alt: '' }]);
  const notes = [
    ...(content.several ? [note('one-vote-only')] : []),
    ...(content.options.some(({ file }) => file !== undefined) ? [note('pictures-left-out')] : []),
  ];
  const leaf = simple('poll', block, {
    question: wordsOfCourseText(content.question),
    answers: JSON.stringify(answers),
    feedback: content.thanks === undefined ? '' : wordsOfCourseText(content.thanks),
    private_results: content.showResults ? 'false' : 'true',
  });
  return { leaves: [leaf], notes };
}

function survey(content: ContentOf<'survey'>, block: Block): WrittenBlock {
  const asked = content.questions.map(({ id, text }) => [id, { label: text, img: '', img_alt: '' }]);
  return whole(
    simple('survey', block, {
      questions: JSON.stringify(asked),
      answers: JSON.stringify(content.options.map(({ id, text }) => [id, text])),
      feedback: content.thanks === undefined ? '' : wordsOfCourseText(content.thanks),
      private_results: content.showResults ? 'false' : 'true',
    }),
  );
}

function discussion(content: ContentOf<'discussion'>, block: Block, scene: OlxScene): WrittenBlock {
  const target = block.title || wordsOfCourseText(content.topic).slice(0, 80) || block.id;
  const place = { discussion_id: block.id, discussion_category: 'Passerelle', discussion_target: target };
  return whole(htmlLeaf(`${block.id}-topic`, '', content.topic, scene), simple('discussion', block, place));
}

function source({ format, source: kept }: ContentOf<'source'>, { id }: Block): WrittenBlock | undefined {
  const tag = /^olx:([a-z][\w-]*)$/i.exec(format)?.[1];
  return tag === undefined || !kept.trimStart().startsWith(`<${tag}`)
    ? undefined
    : whole({ tag, id, xml: kept });
}

const writers: Writers = {
  text: ({ text }, block, scene) => whole(htmlLeaf(block.id, block.title, text, scene)),
  video: videoLeaf,
  questions,
  poll,
  survey,
  discussion,
  source,
  assignment: openAssessment,
  tool: ({ url, label, settings }, block) => ({
    leaves: [
      simple('lti_consumer', block, { launch_url: url, description: label, ask_to_send_username: 'false' }),
    ],
    notes: Object.keys(settings).length > 0 ? [note('settings-left-out')] : [],
  }),
  done: (_content, block) => whole(simple('done', block, {})),
};

/** A block as leaves of OLX; what has no part of its own there is a page of text. Undefined: it cannot be said at all. */
export function leavesOf(block: Block, scene: OlxScene): WrittenBlock | undefined {
  const write = writers[block.content.type] as
    ((content: Block['content'], block: Block, scene: OlxScene) => WrittenBlock | undefined) | undefined;
  const written = write?.(block.content, block, scene);
  if (written !== undefined) return written;
  const html = blockAsHtml(block.content);
  if (html === undefined) return undefined;
  return { leaves: [htmlLeaf(block.id, block.title, html, scene)], notes: [note('as-text')] };
}
