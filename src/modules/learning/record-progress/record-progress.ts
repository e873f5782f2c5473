import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Enrolment, Run, TaughtCourse } from '../find-place/place.ts';
import { paceIn } from '../find-place/find-place.ts';
import { completed, type Entry } from '../ledger/entry.ts';
import { type Progress, progressOf } from '../ledger/progress-of.ts';
import { type Tally, withEntry } from '../ledger/tally.ts';
import { openUnits, resumeAt } from '../ledger/way-on.ts';
import { completeCourse } from './complete-course.ts';
import { type EntryRow, type ProgressRow, tallyNow, writeRecording } from './record.queries.ts';

export interface Deed {
  readonly course: TaughtCourse;
  readonly enrolment: Enrolment;
  readonly entries: readonly Entry[];
  /** The unit in which it was done: where to go on. */
  readonly unitId?: string;
}

export interface Recorded {
  readonly tally: Tally;
  readonly progress: Progress;
  /** Whether the course was completed by this. */
  readonly completesNow: boolean;
}

/**
 * Writes what somebody did into the ledger and keeps what it comes to, in the transaction of the caller. Entries that
 * are there already change nothing. Completes the course when nothing is missing any more.
 */
export async function recordProgress(db: Db, actor: Actor, deed: Deed): Promise<Recorded> {
  const { course, enrolment } = deed;
  const tally = await writeEntries(db, actor, deed);
  const progress = progressOf(course.outline, course.rules.completion, tally);
  const completesNow =
    progress.complete && enrolment.state === 'active' && (await completeCourse(db, actor, deed, tally));
  return { tally, progress, completesNow };
}

async function writeEntries(db: Db, actor: Actor, deed: Deed): Promise<Tally> {
  const { enrolment } = deed;
  let known: { readonly tally: Tally; readonly revision: number } = enrolment;
  // whoever held the place writes at once; for others a second try holds the row, so that there is no third one
  for (let tries = 0; tries < 2; tries += 1) {
    const tally = deed.entries.reduce(withEntry, known.tally);
    const { complete } = progressOf(deed.course.outline, deed.course.rules.completion, tally);
    const entries = complete ? [...deed.entries, completed()] : deed.entries;
    const isWritten = await writeRecording(db, {
      enrolmentId: enrolment.id,
      revision: known.revision,
      entries: entries.map((entry) => rowOf(entry, actor.ids.next())),
      progress: progressRow(deed, tally, actor.now),
      at: actor.now,
      by: actor.id ?? null,
      unitId: deed.unitId ?? null,
    });
    if (isWritten) return tally;
    known = (await tallyNow(db, enrolment.id)) ?? known;
  }
  throw new Error(`the progress of enrolment ${enrolment.id} is gone`);
}

const rowOf = (entry: Entry, id: string): EntryRow => ({
  id,
  kind: entry.kind,
  unitId: 'unitId' in entry ? (entry.unitId ?? null) : null,
  blockId: 'blockId' in entry ? (entry.blockId ?? null) : null,
  data: 'data' in entry ? entry.data : {},
  effect: entry.effect,
});

interface Progressing extends Pick<Deed, 'course' | 'unitId'> {
  readonly enrolment: Pick<Enrolment, 'enrolledAt' | 'lastUnitId'> & {
    readonly run: Pick<Run, 'pacing' | 'startOn' | 'zone'>;
  };
}

/** What is kept of a tally for lists and figures. */
export function progressRow(
  { course, enrolment, unitId }: Progressing,
  tally: Tally,
  now: Date,
): ProgressRow {
  const progress = progressOf(course.outline, course.rules.completion, tally);
  const units = openUnits(course.outline, tally, paceIn({ enrolment }, now));
  const next = resumeAt(units, tally, unitId ?? enrolment.lastUnitId);
  return {
    tally,
    share: progress.share,
    points: progress.points,
    pointsOf: progress.pointsOf,
    minutesLeft: progress.minutesLeft,
    nextUnitId: next?.id ?? null,
  };
}
