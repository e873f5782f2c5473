import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { type UnitPlace, type UnitRating, unitRatings } from '../find-place/place.ts';
import { blockNotFound, tooManyReports } from '../refusals.ts';
import { hearBack } from '../write-to-authors/hear-back.ts';
import { keeperIn } from '../take-notes/take-notes.ts';
import { insertReport, writeRating } from './voices.queries.ts';

/** What can be wrong, as learners see it. */
export const faults = ['typo', 'wrong', 'broken', 'unclear', 'other'] as const;
export type Fault = (typeof faults)[number];

/** Reports by one person in one course that wait for an answer; more would drown those of others. */
export const mostOpenReports = 50;

export const ratingForm = z.object({ rating: z.enum(unitRatings) });

export const faultForm = z.object({
  id: z.uuid(),
  /** '' is the whole unit. */
  block: z.string().max(200).default(''),
  fault: z.enum(faults),
  words: z
    .string()
    .max(10_000)
    .default('')
    .transform((typed) => typed.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim())
    .pipe(z.string().max(2000)),
  write: z.literal('yes').optional().catch(undefined),
});
type FaultInput = z.output<typeof faultForm>;

/** How a learner found a unit; what they say later takes the place of it. @throws Refusal 403 */
export async function rateUnit(db: Db, actor: Actor, place: UnitPlace, rating: UnitRating): Promise<void> {
  const { id: enrolmentId } = keeperIn(place);
  await writeRating(db, { enrolmentId, unitId: place.unit.id, rating, at: actor.now });
}

/**
 * Tells the authors that something is wrong in a unit; the form sent twice is one report.
 * @throws Refusal 403 for who does not learn here, 404 for a block of elsewhere, 409 when too many wait
 */
export async function reportFault(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { id, block, fault, words, write }: FaultInput,
): Promise<void> {
  const { id: enrolmentId } = keeperIn(place);
  demand(block === '' || place.blocks.some((each) => each.id === block), blockNotFound);
  const isThere = await insertReport(db, {
    ...{ id, enrolmentId, fault, words },
    courseId: place.course.id,
    unitId: place.unit.id,
    blockId: block,
    mayWrite: write === 'yes',
    at: actor.now,
    most: mostOpenReports,
  });
  demand(isThere, () => tooManyReports(mostOpenReports));
  await hearBack(db, actor, { enrolmentId, course: place.course });
}
