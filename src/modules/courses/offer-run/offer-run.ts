import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { insertRun, type NewRun } from '../hold-runs/hold-runs.queries.ts';
import { hasRuns } from './offer-run.queries.ts';

export interface RunToOffer extends Partial<
  Pick<
    NewRun,
    | 'title'
    | 'pacing'
    | 'startOn'
    | 'endOn'
    | 'enrolmentStartOn'
    | 'enrolmentEndOn'
    | 'zone'
    | 'access'
    | 'state'
  >
> {
  readonly courseId: string;
}

/** Offers a course: at one's own pace and open to all, unless the run says otherwise. Who may is the caller's question. */
export async function offerRun(db: Db, actor: Actor, run: RunToOffer): Promise<string> {
  const id = actor.ids.next();
  const days = { startOn: null, endOn: null, enrolmentStartOn: null, enrolmentEndOn: null };
  const plain = { title: '', pacing: 'self', zone: 'UTC', access: 'open', seats: null } as const;
  await insertRun(db, { ...days, ...plain, ...run, id, now: actor.now });
  return id;
}

/** A course that is open to all and was never offered can be begun at any time. */
export async function offerWhereNeverOffered(
  db: Db,
  actor: Actor,
  { courseId, kind }: { readonly courseId: string; readonly kind: string },
): Promise<void> {
  if (kind === 'mooc' && !(await hasRuns(db, courseId))) await offerRun(db, actor, { courseId });
}
