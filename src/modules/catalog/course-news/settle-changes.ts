import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { announce } from '../../notify/index.ts';
import { type ChangeFact, factsOf } from '../change-log/change-facts.ts';
import type { FieldChange } from '../resolve-course/changed-fields.ts';
import { type RunBrief, runOfField } from '../resolve-course/changed-runs.ts';
import { runsOfCourses } from '../resolve-course/changed-runs.queries.ts';
import { newsOfFact } from './news-of-fact.ts';
import { type SettlingCourse, takeSettled } from './unsettled.queries.ts';

/** Courses told in one transaction. */
export const settleBatch = 500;
/** What never comes to rest is told as it stands after a day. */
const restlessMs = 86_400_000;

/**
 * Tells the changes that have held, as what is true now against what was before them; nothing where it is the same
 * again. Returns how many courses were looked at: as many as a batch means that there may be more.
 */
export async function settleChanges(db: Db, actor: Actor): Promise<number> {
  const { now } = actor;
  const courses = await takeSettled(db, {
    now,
    restless: new Date(now.getTime() - restlessMs),
    most: settleBatch,
  });
  const known = courses.filter((course) => course.state !== 'merged');
  const runs = await runsOfCourses(
    db,
    known.map((course) => course.id),
  );
  const present = new Map(runs.map(({ id, run }) => [id, run]));
  await announce(
    db,
    actor,
    known.flatMap((course) => {
      const since = course.changes.map((change) => change.since).toSorted()[0] ?? '';
      return worthTelling(factsNow(course, present, now)).flatMap((fact) =>
        newsOfFact(course, fact, { since, now, present }),
      );
    }),
  );
  return courses.length;
}

/** What is different from before, told as one change. */
function factsNow(course: SettlingCourse, present: ReadonlyMap<string, RunBrief>, now: Date): ChangeFact[] {
  const changes = course.changes.map(({ field, before }): FieldChange => ({
    field,
    before: before ?? undefined,
    after: valueNow(course, field, present),
  }));
  const state = changes.find(({ field }) => field === 'state');
  const isOther = state !== undefined && state.before !== state.after;
  const kind = isOther ? (course.state === 'archived' ? 'archived' : 'returned') : 'updated';
  const fields = changes.filter(({ field, after }) => runOfField(field) === undefined || after !== undefined);
  return factsOf({ kind, at: now.toISOString(), fields: fields.filter(({ field }) => field !== 'state') });
}

function valueNow(course: SettlingCourse, field: string, present: ReadonlyMap<string, RunBrief>): unknown {
  const run = runOfField(field);
  if (run !== undefined) return present.get(run);
  const values: Readonly<Record<string, unknown>> = {
    costs: course.costs,
    certificate: course.certificate,
    linkState: course.linkState,
    state: course.state,
  };
  return values[field] ?? undefined;
}

const startOf = (fact: ChangeFact): string => ('start' in fact ? (fact.start?.on ?? '9999') : '');
/** Facts of one kind about one course in one letter. */
const mostOfKind = 6;

/** "The next run is announced" is the soonest of them, though a feed brings a whole year at once. */
function worthTelling(facts: readonly ChangeFact[]): ChangeFact[] {
  const kinds = Map.groupBy(facts, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, all]) =>
    all
      .toSorted((a, b) => startOf(a).localeCompare(startOf(b)))
      .slice(0, kind === 'new-run' ? 1 : mostOfKind),
  );
}
