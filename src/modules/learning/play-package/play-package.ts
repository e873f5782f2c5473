import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { ContentOf } from '../../courses/index.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { learnerIn } from '../play-unit/finish-unit.ts';
import { recordProgress } from '../record-progress/record-progress.ts';
import { blockNotFound } from '../refusals.ts';
import { answerTo, entriesOf, stateOf, type ToldByPackage } from './package-result.ts';
import { keepState, keptState, type KeptPackageState } from './play-package.queries.ts';

function packageIn(place: UnitPlace, blockId: string): ContentOf<'package'> {
  const content = place.blocks.find(({ id }) => id === blockId)?.content;
  if (content?.type !== 'package') throw blockNotFound();
  return content;
}

/** Where a learner stopped in a package; nothing at the first time. @throws Refusal 403, 404, 409 as `learnerIn` */
export async function resumePackage(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  blockId: string,
): Promise<KeptPackageState> {
  const enrolment = learnerIn(place, actor);
  packageIn(place, blockId);
  return (await keptState(db, enrolment.id, blockId)) ?? { state: {}, seconds: 0 };
}

/**
 * Keeps what a package said: where to go on, and in the ledger what came of it. It may be sent any number of times, late, and
 * from several pages. @throws Refusal 403, 404, 409 as `learnerIn`
 */
export async function keepPackageResult(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { blockId, told }: { readonly blockId: string; readonly told: ToldByPackage },
): Promise<ReturnType<typeof answerTo>> {
  const enrolment = learnerIn(place, actor);
  const content = packageIn(place, blockId);
  const { course, unit } = place;
  const state = stateOf(told);
  const { session, number, seconds } = told;
  await keepState(db, {
    ...{ enrolmentId: enrolment.id, blockId, state, session, number, seconds },
    now: actor.now,
  });
  const entries = entriesOf({ unitId: unit.id, blockId }, content, state);
  if (entries.length > 0) await recordProgress(db, actor, { course, enrolment, entries, unitId: unit.id });
  return answerTo(content, state);
}
