import { hash } from 'node:crypto';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { provedAddresses } from '../../accounts/index.ts';
import { admissionTo } from '../../courses/index.ts';
import { joinedRun } from '../events.ts';
import { findCourse } from '../find-place/find-place.ts';
import type { CoursePlace, Run, TaughtCourse } from '../find-place/place.ts';
import { emptyTally } from '../ledger/tally.ts';
import { progressRow } from '../record-progress/record-progress.ts';
import { missingFor, obstacleTo } from '../policy.ts';
import { cannotJoin, charterUnsigned, runNotFound, visitorsCannotJoin, wrongCode } from '../refusals.ts';
import { insertEnrolment, runsOf } from './join-run.queries.ts';

export interface JoinWish {
  readonly slug: string;
  readonly runId: string;
  /** Whether they agreed to the charter, where the course has one. */
  readonly agrees: boolean;
  /** Of a run that is joined by one. */
  readonly code?: string | undefined;
}

/**
 * Enrols a person in a run. Joining again changes nothing; who had left comes back to where they were. Publishes
 * `learning.joined-run`. @throws Refusal 401, 404, 409 for a run that takes nobody or not them, 422 for a wrong
 * code or a charter not signed. Where all seats are taken they wait
 */
export async function joinRun(db: Db, actor: Actor, wish: JoinWish): Promise<CoursePlace> {
  demand(actor.kind === 'person' && actor.id !== undefined, visitorsCannotJoin);
  const place = await findCourse(db, actor, wish.slug);
  const { course, enrolment } = place;
  if (enrolment && enrolment.state !== 'left' && enrolment.run.id === wish.runId) return place;
  const runs = await runsOf(db, course.id, dayOf(actor.now));
  const run = runs.find(({ id }) => id === wish.runId);
  if (!run) throw runNotFound();
  const obstacle = obstacleTo(run, actor.now);
  if (obstacle) throw cannotJoin(obstacle);
  await demandAdmission(db, actor.id, run, wish.code);
  demand(course.rules.charter === '' || wish.agrees, charterUnsigned);
  await enrol(db, actor, actor.id ?? '', course, run);
  return findCourse(db, actor, wish.slug);
}

/** Runs for some: by a code, or by an address that the person proved. */
async function demandAdmission(db: Db, personId: string, run: Run, code: string | undefined): Promise<void> {
  if (run.access === 'open') return;
  const addresses = (await provedAddresses(db, personId)).map((address) => address.toLowerCase());
  const missing = missingFor(run, await admissionTo(db, { runId: run.id, addresses, code }));
  if (missing === 'code') throw wrongCode();
  if (missing) throw cannotJoin(missing);
}

async function enrol(db: Db, actor: Actor, personId: string, course: TaughtCourse, run: Run): Promise<void> {
  const started = { enrolledAt: actor.now, lastUnitId: null, run };
  const { pointsOf, minutesLeft, nextUnitId } = progressRow(
    { course, enrolment: started },
    emptyTally,
    actor.now,
  );
  const id = await insertEnrolment(db, {
    id: actor.ids.next(),
    runId: run.id,
    courseId: course.id,
    seats: run.seats,
    personId,
    toldVersion: course.versionNumber,
    charterHash: charterHash(course),
    ...{ pointsOf, minutesLeft, nextUnitId },
    at: actor.now,
  });
  const data = { enrolmentId: id, runId: run.id, personId };
  await publish(db, actor, { name: joinedRun, version: 1, subject: course.id, data });
}

/** Which words somebody agreed to; null where there is nothing to agree to. */
export const charterHash = ({ rules }: TaughtCourse): string | null =>
  rules.charter === '' ? null : hash('sha256', rules.charter, 'hex');
