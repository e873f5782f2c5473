import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import {
  type AttestationFacts,
  type IdentityLevel,
  issueAttestation,
  type WhatWasDone,
} from '../../credentials/index.ts';
import { completedCourse } from '../events.ts';
import type { Enrolment, TaughtCourse } from '../find-place/place.ts';
import { competenciesOf } from '../ledger/competencies.ts';
import { counts, isFinished, isGraded, isPassed, isWork } from '../ledger/standing.ts';
import type { Tally } from '../ledger/tally.ts';
import { provedAddresses } from '../../accounts/index.ts';
import { markCompleted } from './record.queries.ts';

interface Completion {
  readonly course: TaughtCourse;
  readonly enrolment: Enrolment;
}

/**
 * Completes an enrolment, and issues its attestation in the same transaction.
 * False when somebody else completed it meanwhile.
 */
export async function completeCourse(
  db: Db,
  actor: Actor,
  completion: Completion,
  tally: Tally,
): Promise<boolean> {
  const learner = await markCompleted(db, completion.enrolment.id, actor.now);
  if (!learner) return false;
  const { course, enrolment } = completion;
  const data = { enrolmentId: enrolment.id, runId: enrolment.run.id, personId: enrolment.personId };
  await publish(db, actor, { name: completedCourse, version: 1, subject: course.id, data });
  // a teacher may have brought it about: the name is the learner's
  await attest(db, actor, { ...completion, name: learner.name }, tally);
  return true;
}

/** Issues the attestation, unless there is no name to put on it or the course wants to be surer of who that is. */
async function attest(
  db: Db,
  actor: Actor,
  completion: Completion & { readonly name: string },
  tally: Tally,
): Promise<void> {
  const { course, enrolment, name } = completion;
  const proved = await provedAddresses(db, enrolment.personId);
  const identity: IdentityLevel = proved.length > 0 ? 'e-mail' : 'none';
  if (name === '' || !isSureEnough(identity, course.rules.identity)) return;
  await issueAttestation(db, actor, attestationFacts(completion, tally, { name, identity }, actor.now));
}

/** How sure one is of who somebody is, the least first. */
const levels: readonly IdentityLevel[] = ['none', 'e-mail', 'document', 'proctored'];

/** Whether a level reaches what a course asks for. */
export const isSureEnough = (reached: IdentityLevel, asked: IdentityLevel): boolean =>
  levels.indexOf(reached) >= levels.indexOf(asked);

/** What the attestation says: no more than what was done. */
export function attestationFacts(
  { course, enrolment }: Completion,
  tally: Tally,
  person: { readonly name: string; readonly identity: IdentityLevel },
  completedAt: Date,
): AttestationFacts {
  const { about } = course;
  return {
    subject: `enrolment:${enrolment.id}`,
    personId: enrolment.personId,
    courseId: course.id,
    ...(course.listingId !== null && { listingId: course.listingId }),
    ...(course.isSample && { isSample: true }),
    personName: person.name,
    courseTitle: course.title,
    courseLang: course.lang,
    providers: about.providers,
    ...(about.hours !== undefined && { hours: about.hours }),
    completedOn: dayOf(completedAt, enrolment.run.zone),
    done: whatWasDone(course, tally),
    competencies: acquired(course, tally),
    identity: person.identity,
    ...(enrolment.run.title !== '' && { runTitle: enrolment.run.title }),
    version: course.versionNumber,
    coursePath: `/learn/${course.slug}`,
  };
}

function whatWasDone({ outline }: TaughtCourse, tally: Tally): WhatWasDone {
  const units = outline.sections.flatMap((section) => section.units);
  const blocks = units.flatMap((unit) => unit.blocks);
  const entered = outline.sections.filter(
    (section) => section.units.some(counts) && isFinished(section, tally),
  );
  return {
    sections: entered.map(({ title }) => title),
    units: units.filter((unit) => counts(unit) && tally.seen.includes(unit.id)).length,
    questionSets: blocks.filter((block) => isGraded(block) && isPassed(tally, block.id)).length,
    works: blocks.filter((block) => isWork(block) && isPassed(tally, block.id)).length,
  };
}

/** Competencies are acquired by passing what tests them. */
function acquired({ outline, rules }: TaughtCourse, tally: Tally): readonly string[] {
  if (rules.marks !== 'competencies') return [];
  return competenciesOf(outline, rules, tally).flatMap((each) => (each.acquired ? [each.title] : []));
}
