import { wordsOfCourseText } from '../../../platform/course-text/words.ts';
import type { Block, BlockContent } from '../content/blocks.ts';
import type { CourseContent } from '../content/course-content.ts';

/** A text of a draft, and where it is changed. */
export interface Passage {
  /** Page of authoring, below the course: '/units/x#blocks-y'. */
  readonly end: string;
  /** Titles of the unit and of the block. */
  readonly where: string;
  readonly text: string;
  /** Who speaks in a film, where its captions name them. */
  readonly speakers: readonly string[];
}

/** What is no text for readers: ids, addresses, settings. */
const technical = new Set([
  ...['id', 'type', 'kind', 'file', 'url', 'site', 'lang', 'poster', 'format', 'source', 'package', 'entry'],
  ...['launchData', 'settings', 'takes', 'endings', 'assessedBy', 'opens', 'due', 'rules', 'vtt', 'uri'],
]);

/** All texts of a draft that learners read or hear, block by block; banks of questions by their titles. */
export function passagesOf({ about, sections, banks }: CourseContent): Passage[] {
  const described = [about.summary, wordsOfCourseText(about.description), ...about.outcomes].join('\n');
  return [
    { end: '/about', where: about.title, text: described, speakers: [] },
    ...sections.flatMap(({ units }) =>
      units.flatMap((unit) => unit.blocks.map((block) => passageOf(block, unit))),
    ),
    ...banks.map(({ id, title, questions }) => ({
      end: `/banks/${id}/questions`,
      where: title,
      text: textsIn(questions).join('\n'),
      speakers: [],
    })),
  ];
}

function passageOf(
  { id, title, content }: Block,
  unit: { readonly id: string; readonly title: string },
): Passage {
  const captions = captionsOf(content);
  return {
    end: `/units/${encodeURIComponent(unit.id)}#blocks-${id}`,
    where: title === '' ? unit.title : `${unit.title}: ${title}`,
    // what an import could not read is for authors alone
    text: content.type === 'source' ? '' : [title, ...textsIn(content), ...captions.map(spoken)].join('\n'),
    speakers: captions.flatMap(speakersIn),
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value.includes('<') ? wordsOfCourseText(value) : value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (technical.has(key) ? [] : textsIn(each)));
}

/** One track says what all the others translate: the first that is read while the film plays. */
function captionsOf(content: BlockContent): string[] {
  if (content.type !== 'video' && content.type !== 'audio') return [];
  const track = content.tracks.find(({ kind }) => kind === 'captions') ?? content.tracks[0];
  return track ? [track.vtt] : [];
}

/** What is said, without times, settings and marks. */
const spoken = (vtt: string): string =>
  vtt
    .split('\n')
    .filter((each) => !each.includes('-->') && !/^(WEBVTT|NOTE|STYLE|REGION)/.test(each))
    .join('\n')
    .replace(/<[^>]*>/g, '');

/** WebVTT names who speaks: `<v Awa Diop>`. */
const speakersIn = (vtt: string): string[] =>
  [...vtt.matchAll(/<v(?:\.[^\s>]*)?\s+([^>]{1,100})>/g)].map(([, name = '']) => name.trim());
