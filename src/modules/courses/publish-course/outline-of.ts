import { createHash } from 'node:crypto';
import { filesOfCourseText, readingMinutes, wordsOfCourseText } from '../../../platform/course-text/words.ts';
import type { Block, BlockContent } from '../content/blocks.ts';
import type { CourseContent, Unit } from '../content/course-content.ts';
import type { Outline, OutlineBlock } from '../content/outline.ts';

export interface UnitEdition {
  readonly unitId: string;
  readonly hash: string;
  readonly blocks: readonly Block[];
  /** Ids of files that they name. */
  readonly files: readonly string[];
}

/** The blocks that learners see; sources that wait for rework are for authors. */
const shownBlocks = ({ blocks }: Unit): Block[] => blocks.filter(({ content }) => content.type !== 'source');

export const editionOf = (unit: Unit): UnitEdition => {
  const blocks = shownBlocks(unit);
  const text = JSON.stringify(blocks);
  return {
    unitId: unit.id,
    hash: createHash('sha256').update(text).digest('hex'),
    blocks,
    files: [...new Set(blocks.flatMap(({ content }) => filesOfBlock(content)))],
  };
};

/** The outline of a version; `editionIds` says which row holds the blocks of each unit. */
export function outlineOf({ sections }: CourseContent, editionIds: ReadonlyMap<string, string>): Outline {
  return {
    sections: sections.map(({ units, ...section }) => ({
      ...section,
      units: units.map(({ blocks: _blocks, ...unit }, at) => ({
        ...unit,
        edition: editionIds.get(unit.id) ?? '',
        blocks: shownBlocks(units[at] as Unit).map(outlineBlock),
      })),
    })),
  };
}

const outlineBlock = ({ id, title, optional, content }: Block): OutlineBlock => ({
  id,
  type: content.type,
  title,
  optional: optional || content.type === 'detour',
  points: pointsOf(content),
  ...competenciesIn(content),
  minutes: Math.round(minutesOf(content) * 10) / 10,
});

/** Those that the block names, and those of its own questions. */
function competenciesIn(content: BlockContent): Pick<OutlineBlock, 'competencies'> {
  if (!('competencies' in content) && content.type !== 'questions') return {};
  const asked = content.type === 'questions' ? content.questions.flatMap((each) => each.competencies) : [];
  const named = [...new Set([...(content.competencies ?? []), ...asked])];
  return named.length === 0 ? {} : { competencies: named };
}

export function pointsOf(content: BlockContent): number {
  if (content.type === 'assignment' || content.type === 'package') return content.points;
  if (content.type !== 'questions') return 0;
  const own = content.questions.reduce((sum, { points }) => sum + points, 0);
  // questions drawn from a bank count one each until they are known
  return own + content.rules.draw.reduce((sum, { count }) => sum + count, 0);
}

/** Minutes that a block takes: films by their length, questions a minute and a half each, the rest by its words. */
export function minutesOf(content: BlockContent): number {
  if (content.type === 'video') return (content.duration ?? 180) / 60;
  if (content.type === 'questions') {
    const drawn = content.rules.draw.reduce((sum, { count }) => sum + count, 0);
    return 1.5 * (content.questions.length + drawn);
  }
  if (content.type === 'assignment') return 60;
  if (content.type === 'package') return 15;
  return readingMinutes(wordsOfCourseText(textsOf(content).join(' ')));
}

/** Every string of the content, as far as it holds words. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}

/** Fields of a block that hold the id of a file by itself. */
export const fileFields = new Set(['file', 'poster', 'picture', 'package']);

/** Ids of files that a block names, in its fields and in its texts. */
export function filesOfBlock(value: unknown): string[] {
  if (typeof value === 'string') return filesOfCourseText(value);
  if (Array.isArray(value)) return value.flatMap(filesOfBlock);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    fileFields.has(name) && typeof inner === 'string' ? [inner] : filesOfBlock(inner),
  );
}
