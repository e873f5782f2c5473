import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { isUntouched, mayTeach, type OutlineBlock, type OutlineUnit } from '../../courses/index.ts';
import { announce } from '../../notify/index.ts';
import { filmFigures, type FilmFigures } from '../watch-films/film-figures.ts';
import { filmCounts } from '../watch-films/watched.queries.ts';
import { isUuid } from '../find-place/is-uuid.ts';
import { unitsOf } from '../ledger/standing.ts';
import { conversationPath, voiceTopic } from '../write-to-authors/hear-back.ts';
import { typed } from '../write-to-authors/message.ts';
import { courseNotFound, reportNotFound } from '../refusals.ts';
import {
  courseFigures,
  type CourseFigures,
  courseToImprove,
  type CourseToImprove,
  settleReport,
  type Voices,
  voicesOf,
} from './to-do.queries.ts';

/** A smaller group is not shown: its members could be told apart, and it says little. */
export const smallestGroup = 5;
/** Of each kind, the worst. */
const most = 5;

export interface Share {
  readonly part: number;
  readonly of: number;
}

export interface UnitShare extends Share {
  readonly unit: OutlineUnit;
}

export interface SetShare extends UnitShare {
  readonly block: OutlineBlock;
}

export interface ToDo {
  readonly course: CourseToImprove;
  readonly units: readonly OutlineUnit[];
  readonly voices: Voices;
  /** Units by how many of those who rated them were lost. */
  readonly lost: readonly UnitShare[];
  /** Units that people do not finish after they finished the one before. */
  readonly stops: readonly UnitShare[];
  /** Sets of questions by how many of those who answered passed. */
  readonly failed: readonly SetShare[];
  readonly isUntouched: boolean;
  /** Films that enough people watched. */
  readonly films: readonly FilmFigures[];
}

/** A course for those who may improve it. @throws Refusal 404 for everybody else */
export async function courseOf(db: Db, actor: Actor, courseId: string): Promise<CourseToImprove> {
  const course = isUuid(courseId) ? await courseToImprove(db, courseId) : undefined;
  // whoever may edit a course may teach it
  demand(course !== undefined && mayTeach(course.staff, actor), courseNotFound);
  return course;
}

/** What learners say and do that asks for work on a course. Four statements. @throws Refusal 404 */
export async function toDoOf(db: Db, actor: Actor, courseId: string): Promise<ToDo> {
  const course = await courseOf(db, actor, courseId);
  const voices = await voicesOf(db, course.id);
  const figures = await courseFigures(db, course.id);
  const watched = await filmCounts(db, { courseId: course.id, least: smallestGroup });
  const units = course.outline ? unitsOf(course.outline) : [];
  return {
    ...{ course, units, voices },
    lost: lostIn(units, voices.ratings),
    stops: stopsIn(units, figures),
    failed: failedIn(units, figures.sets),
    films: filmFigures(units, watched, smallestGroup),
    isUntouched: course.outline !== null && isUntouched(course.changedAt, actor.now),
  };
}

const telling = ({ part, of }: Share): boolean => of >= smallestGroup && part > 0;

function lostIn(units: readonly OutlineUnit[], ratings: Voices['ratings']): UnitShare[] {
  return units
    .map((unit) => {
      const said = ratings[unit.id] ?? { clear: 0, 'so-so': 0, lost: 0 };
      return { unit, part: said.lost, of: said.clear + said['so-so'] + said.lost };
    })
    .filter(telling)
    .toSorted((a, b) => b.part - a.part)
    .slice(0, most);
}

export function stopsIn(
  units: readonly OutlineUnit[],
  { seen, enrolled }: Pick<CourseFigures, 'seen' | 'enrolled'>,
): UnitShare[] {
  return units
    .map((unit, at) => {
      const before = units[at - 1];
      const of = before ? (seen[before.id] ?? 0) : enrolled;
      return { unit, part: of - (seen[unit.id] ?? 0), of };
    })
    .filter(telling)
    .toSorted((a, b) => b.part - a.part)
    .slice(0, most);
}

function failedIn(units: readonly OutlineUnit[], sets: CourseFigures['sets']): SetShare[] {
  return units
    .flatMap((unit) =>
      unit.blocks.map((block) => {
        const { tried, passed } = sets[block.id] ?? { tried: 0, passed: 0 };
        return { unit, block, part: tried - passed, of: tried };
      }),
    )
    .filter(telling)
    .toSorted((a, b) => b.part / b.of - a.part / a.of)
    .slice(0, most);
}

export const settleForm = z.object({
  state: z.enum(['mended', 'no-fault']),
  /** A word to who reported it. */
  answer: typed(1000),
});

/** Takes a report off the list, and tells who sent it, once; a second press changes nothing. @throws Refusal 404 */
export async function settle(
  db: Db,
  actor: Actor,
  report: { readonly id: string; readonly courseId: string } & z.output<typeof settleForm>,
): Promise<void> {
  const course = await courseOf(db, actor, report.courseId);
  const by = actor.kind === 'person' ? (actor.id ?? null) : null;
  const settled = isUuid(report.id)
    ? await settleReport(db, { ...report, courseId: course.id, by, now: actor.now })
    : undefined;
  if (!settled) throw reportNotFound();
  if (!settled.isNew) return;
  const { state, answer } = report;
  await announce(db, actor, [
    {
      key: `learning.voice:${settled.enrolmentId}:settled:${report.id}`,
      topic: voiceTopic(settled.enrolmentId),
      want: 'settled',
      sentence: answer === '' ? `learning.voice.news.${state}` : `learning.voice.news.${state}.words`,
      values: { course: course.title, answer },
      path: conversationPath(settled.slug),
    },
  ]);
}
