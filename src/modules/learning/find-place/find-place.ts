import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { isPlausibleSlug } from '../../../platform/http/plausible-slug.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import {
  type PublishedCourse,
  publishedCourse,
  publishedCourseById,
  publishedUnit,
} from '../../courses/index.ts';
import { emptyTally, type Tally } from '../ledger/tally.ts';
import type { Pace } from '../ledger/way-on.ts';
import { courseNotFound, unitNotFound } from '../refusals.ts';
import type { CoursePlace, Enrolment, Run, TaughtCourse, UnitPlace } from './place.ts';
import { type EnrolmentRow, type OwnRow, ownRow, type WhoAndWhere } from './place.queries.ts';

/** `hold`: in a transaction, other deeds in the same enrolment wait until it ends. */
export interface Finding {
  readonly hold?: boolean;
}

/** A published course, and how the actor stands to it. @throws Refusal 404 */
export async function findCourse(
  db: Db,
  actor: Actor,
  slug: string,
  finding: Finding = {},
): Promise<CoursePlace> {
  const found = isPlausibleSlug(slug) ? await publishedCourse(db, slug) : undefined;
  if (!found) throw courseNotFound();
  return placeOf(found, actor, await own(db, actor, { courseId: found.id, ...finding }));
}

/** A unit of a published course, and how the actor stands to it. @throws Refusal 404 */
export async function findUnit(
  db: Db,
  actor: Actor,
  { slug, unitId }: { readonly slug: string; readonly unitId: string },
  finding: Finding = {},
): Promise<UnitPlace> {
  const isPlausible = isPlausibleSlug(slug) && isPlausibleSlug(unitId);
  const found = isPlausible ? await publishedUnit(db, slug, unitId) : undefined;
  const section = found?.outline.sections.find(({ units }) => units.some(({ id }) => id === unitId));
  const unit = section?.units.find(({ id }) => id === unitId);
  if (!found || !section || !unit) throw unitNotFound();
  const { blocks, files, banks, ...course } = found;
  const row = await own(db, actor, { courseId: course.id, unitId, ...finding });
  return {
    ...placeOf(course, actor, row),
    ...{ section, unit, blocks, files, banks },
    notes: (row?.notes ?? []).map((note) => ({ ...note, writtenAt: new Date(note.writtenAt) })),
    isBookmarked: row?.isBookmarked ?? false,
    rating: row?.rating ?? null,
  };
}

/** An enrolment by its id, held until the transaction ends: for what others do about it. Undefined when it is gone. */
export async function findEnrolment(
  db: Db,
  enrolmentId: string,
  { personId, courseId }: { readonly personId: string; readonly courseId: string },
): Promise<{ readonly course: TaughtCourse; readonly enrolment: Enrolment } | undefined> {
  const course = await publishedCourseById(db, courseId);
  const row = course && (await ownRow(db, { courseId, personId, enrolmentId, hold: true }));
  if (!course || !row?.enrolment) return undefined;
  return { course: taught(course), enrolment: enrolmentOf(row.enrolment, personId) };
}

/** What a person has in a course; visitors have nothing, and cost no statement. */
const own = async (
  db: Db,
  actor: Actor,
  where: Omit<WhoAndWhere, 'personId'>,
): Promise<OwnRow | undefined> =>
  actor.kind === 'person' && actor.id !== undefined
    ? ownRow(db, { ...where, personId: actor.id })
    : undefined;

function placeOf(course: PublishedCourse, actor: Actor, row: OwnRow | undefined): CoursePlace {
  const role = row?.role ?? undefined;
  const enrolment =
    row?.enrolment && actor.id !== undefined ? enrolmentOf(row.enrolment, actor.id) : undefined;
  const unread = row?.unread ?? 0;
  return {
    course: taught(course),
    ...(role && { role }),
    ...(enrolment && { enrolment }),
    ...(unread > 0 && { unread }),
  };
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
  untold: row.untold,
  awaited: row.awaited,
  extensions: row.extensions,
  charterHash: row.charterHash,
  tally: { seen: row.seen, blocks: row.blocks, byHand: row.byHand },
  revision: row.revision,
});

/** What somebody's ledger comes to; nothing for who is not enrolled. */
export const tallyIn = (place: CoursePlace): Tally => place.enrolment?.tally ?? emptyTally;

/** When sections open for whoever looks: from the run's first day, from one's own start, or as of today for readers. */
export function paceIn(
  {
    enrolment,
  }: {
    readonly enrolment?: Pick<Enrolment, 'enrolledAt'> & {
      readonly run: Pick<Run, 'pacing' | 'startOn' | 'zone'>;
    };
  },
  now: Date,
): Pace {
  if (!enrolment) return { startOn: dayOf(now), today: dayOf(now) };
  const { run, enrolledAt } = enrolment;
  const ownStart = dayOf(enrolledAt, run.zone);
  return {
    startOn: run.pacing === 'scheduled' ? (run.startOn ?? ownStart) : ownStart,
    today: dayOf(now, run.zone),
  };
}
