import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { isPlausibleSlug } from '../../../platform/http/plausible-slug.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { emptyTally, type Tally } from '../ledger/tally.ts';
import type { Pace } from '../ledger/way-on.ts';
import { courseNotFound, unitNotFound } from '../refusals.ts';
import type { CoursePlace, Enrolment, UnitPlace } from './place.ts';
import { coursePlaceRow, type EnrolmentRow, type PlaceRow, unitPlaceRow } from './place.queries.ts';

/** A published course, and how the actor stands to it. @throws Refusal 404 */
export async function findCourse(db: Db, actor: Actor, slug: string): Promise<CoursePlace> {
  const row = isPlausibleSlug(slug) ? await coursePlaceRow(db, slug, actor.id) : undefined;
  if (!row) throw courseNotFound();
  return placeOf(row, actor);
}

/** A unit of a published course, and how the actor stands to it. @throws Refusal 404 */
export async function findUnit(db: Db, actor: Actor, slug: string, unitId: string): Promise<UnitPlace> {
  const isPlausible = isPlausibleSlug(slug) && isPlausibleSlug(unitId);
  const row = isPlausible ? await unitPlaceRow(db, slug, unitId, actor.id) : undefined;
  if (!row) throw courseNotFound();
  const section = row.outline.sections.find(({ units }) => units.some(({ id }) => id === unitId));
  const unit = section?.units.find(({ id }) => id === unitId);
  if (!section || !unit || row.blocks === null) throw unitNotFound();
  return {
    ...placeOf(row, actor),
    section,
    unit,
    blocks: row.blocks,
    banks: row.banks ?? [],
    notes: row.notes.map((note) => ({ ...note, writtenAt: new Date(note.writtenAt) })),
    isBookmarked: row.isBookmarked,
  };
}

function placeOf(row: PlaceRow, actor: Actor): CoursePlace {
  const { id, slug, title, lang, state, listingId, isSample, number, changes, about, rules, outline } = row;
  const enrolment = row.enrolment && actor.id !== undefined ? enrolmentOf(row.enrolment, actor.id) : undefined;
  return {
    course: { id, slug, title, lang, state, listingId, isSample, number, changes, about, rules, outline },
    ...(row.role !== null && { role: row.role }),
    ...(enrolment && { enrolment }),
  };
}

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
export function paceIn({ enrolment }: CoursePlace, now: Date): Pace {
  if (!enrolment) return { startOn: dayOf(now), today: dayOf(now) };
  const { run, enrolledAt } = enrolment;
  const own = dayOf(enrolledAt, run.zone);
  return {
    startOn: run.pacing === 'scheduled' ? (run.startOn ?? own) : own,
    today: dayOf(now, run.zone),
  };
}
