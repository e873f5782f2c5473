import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { wordsOfCourseText } from '../../../platform/course-text/words.ts';
import { demand } from '../../../platform/refusal.ts';
import { mayTeach, type Question } from '../../courses/index.ts';
import { isUuid } from '../assess-work/assess.ts';
import { courseNotFound } from '../refusals.ts';
import { pollResults, type VoteResults } from '../vote/vote.ts';
import {
  askedCourse,
  type AskedCourse,
  type AskedVote,
  type ItemRow,
  itemRows,
} from './item-statistics.queries.ts';

/** Fewer answers say nothing of how well a question tells people apart. */
export const fewestAnswers = 10;

export type Telling = 'well' | 'fairly' | 'hardly' | 'wrongly' | 'unknown';

/** Usual marks of the field: from 0.3 a question tells people apart well, below 0.15 hardly; below zero it misleads. */
export function tellingOf({
  answered,
  discrimination,
}: Pick<ItemRow, 'answered' | 'discrimination'>): Telling {
  if (answered < fewestAnswers || discrimination === null) return 'unknown';
  if (discrimination < 0) return 'wrongly';
  if (discrimination < 0.15) return 'hardly';
  return discrimination < 0.3 ? 'fairly' : 'well';
}

export interface CountedAnswer {
  readonly words: string;
  readonly n: number;
  readonly right: boolean;
}

export interface QuestionFigures {
  readonly blockId: string;
  readonly key: string;
  readonly words: string;
  /** Where it stands: the block's title, or the unit's. */
  readonly place: string;
  /** Absent while nobody answered. */
  readonly item?: ItemRow;
  readonly telling: Telling;
  readonly answers: readonly CountedAnswer[];
}

/** How each question of a course does: difficulty, discrimination, answers by how often they were given. One statement. */
export const itemStatistics = (db: Db, courseId: string): Promise<ItemRow[]> => itemRows(db, courseId);

/** A poll or survey with what it came to. */
export interface VoteFigures extends AskedVote {
  readonly results: VoteResults;
}

export interface CourseFigures {
  readonly course: AskedCourse;
  readonly questions: readonly QuestionFigures[];
  readonly votes: readonly VoteFigures[];
}

/**
 * The questions of a course with their figures, and its polls and surveys with their results, in the order of the course.
 * @throws Refusal 404 unless the actor teaches it
 */
export async function courseFigures(db: Db, actor: Actor, courseId: string): Promise<CourseFigures> {
  const course = isUuid(courseId) ? await askedCourse(db, courseId) : undefined;
  demand(course !== undefined && mayTeach(course.staff, actor), courseNotFound);
  const items = await itemStatistics(db, courseId);
  const results = await pollResults(db, courseId, course.votes);
  const votes = course.votes.flatMap((asked, at) => {
    const came = results[at];
    return came ? [{ ...asked, results: came }] : [];
  });
  return { course, questions: figuresOf(course, items), votes };
}

export function figuresOf(course: AskedCourse, items: readonly ItemRow[]): QuestionFigures[] {
  const banked = new Map(course.banked.map(({ key, question }) => [key, question]));
  return course.sets.flatMap(({ blockId, title, unitTitle, content }) => {
    const own = content.type === 'questions' ? content.questions : [];
    const asked = new Map(own.map((question) => [question.id, question]));
    const drawn = items.filter((item) => item.blockId === blockId && !asked.has(item.key));
    for (const { key } of drawn) {
      const question = banked.get(key);
      if (question) asked.set(key, question);
    }
    return [...asked].map(([key, question]) => {
      const item = items.find((each) => each.blockId === blockId && each.key === key);
      return {
        blockId,
        key,
        words: wordsOfCourseText(question.prompt).slice(0, 200),
        place: title || unitTitle,
        ...(item ? { item } : {}),
        telling: item ? tellingOf(item) : 'unknown',
        answers: item ? countedAnswers(question, item) : [],
      };
    });
  });
}

/** Every choice, those that nobody made included; of written answers the ones that several wrote. */
function countedAnswers(question: Question, { answers }: ItemRow): CountedAnswer[] {
  const timesOf = (id: string) => answers.find((each) => each.answer === id)?.n ?? 0;
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'dropdown':
      return question.choices.map(({ id, text, right }) => ({
        words: wordsOfCourseText(text).slice(0, 120),
        n: timesOf(id),
        right,
      }));
    case 'hotspot':
      return question.places.map(({ id, label }) => ({
        words: label,
        n: timesOf(id),
        right: question.right.includes(id),
      }));
    case 'text':
    case 'number':
    case 'formula':
      return answers.slice(0, 8).map(({ answer, n }) => ({ words: answer, n, right: false }));
    default:
      return [];
  }
}
