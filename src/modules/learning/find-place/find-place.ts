import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { isPlausibleSlug } from '../../../platform/http/plausible-slug.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { type PublishedCourse, publishedCourse, publishedUnit } from '../../courses/index.ts';
import { emptyTally, type Tally } from '../ledger/tally.ts';
import type { Pace } from '../ledger/way-on.ts';
import { courseNotFound, unitNotFound } from '../refusals.ts';
import type { CoursePlace, Enrolment, TaughtCourse, UnitPlace } from './place.ts';
import { type EnrolmentRow, type OwnRow, ownRow } from './place.queries.ts';

/** A published course, and how the actor stands to it. @throws Refusal 404 */
export async function findCourse(db: Db, actor: Actor, slug: string): Promise<CoursePlace> {
  const found = isPlausibleSlug(slug) ? await publishedCourse(db, slug) : undefined;
  if (!found) throw courseNotFound();
  return placeOf(found, actor, await own(db, actor, found.id));
}

/** A unit of a published course, and how the actor stands to it. @throws Refusal 404 */
export async function findUnit(db: Db, actor: Actor, slug: string, unitId: string): Promise<UnitPlace> {
  const isPlausible = isPlausibleSlug(slug) && isPlausibleSlug(unitId);
  const found = isPlausible ? await publishedUnit(db, slug, unitId) : undefined;
  const section = found?.outline.sections.find(({ units }) => units.some(({ id }) => id === unitId));
  const unit = section?.units.find(({ id }) => id === unitId);
  if (!found || !section || !unit) throw unitNotFound();
  const { blocks, files, banks, ...course } = found;
  const row = await own(db, actor, course.id, unitId);
  return {
    ...placeOf(course, actor, row),
    ...{ section, unit, blocks, files, banks },
    notes: (row?.notes ?? []).map((note) => ({ ...note, writtenAt: new Date(note.writtenAt) })),
    isBookmarked: row?.isBookmarked ?? false,
  };
}

/** What a person has in a course; visitors have nothing, and cost no statement. */
const own = async (db: Db, actor: Actor, courseId: string, unitId = ''): Promise<OwnRow | undefined> =>
  actor.kind === 'person' && actor.id !== undefined
    ? ownRow(db, { courseId, personId: actor.id, unitId })
    : undefined;

function placeOf(course: PublishedCourse, actor: Actor, row: OwnRow | undefined): CoursePlace {
  const role = row?.role ?? undefined;
  const enrolment =
    row?.enrolment && actor.id !== undefined ? enrolmentOf(row.enrolment, actor.id) : undefined;
  return { course: taught(course), ...(role && { role }), ...(enrolment && { enrolment }) };
}

export const taught = (course: PublishedCourse): TaughtCourse => ({
  ...course,
  title: course.about.title,
  lang: course.about.lang,
});

const enrolmentOf = (row: EnrolmentRow, personId: string): Enrolment => ({
  id: row.id,
  personId,
  state: row.state,
  run: row.run,
  enrolledAt: new Date(row.enrolledAt),
  completedAt: row.completedAt === null ? null : new Date(row.completedAt),
  lastUnitId: row.lastUnitId,
  toldVersion: row.toldVersion,
  charterHash: row.charterHash,
  tally: { seen: row.seen ?? [], blocks: row.blocks ?? {}, byHand: row.byHand ?? false },
  revision: row.revision ?? 0,
});

/** What somebody's ledger comes to; nothing for who is not enrolled. */
export const tallyIn = (place: CoursePlace): Tally => place.enrolment?.tally ?? emptyTally;

/** When sections open for whoever looks: from the run's first day, from one's own start, or as of today for readers. */
export function paceIn({ enrolment }: Pick<CoursePlace, 'enrolment'>, now: Date): Pace {
  if (!enrolment) return { startOn: dayOf(now), today: dayOf(now) };
  const { run, enrolledAt } = enrolment;
  const ownStart = dayOf(enrolledAt, run.zone);
  return {
    startOn: run.pacing === 'scheduled' ? (run.startOn ?? ownStart) : ownStart,
    today: dayOf(now, run.zone),
  };
}
