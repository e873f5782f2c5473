import type { Db } from '../../../platform/db/database.ts';
import { followedSubjects } from '../../notify/index.ts';
import { courseTopicKind } from '../follow-course/course-topic.ts';
import { runOfField } from '../resolve-course/changed-runs.ts';
import { changesSince, keepUnsettled, type RecordedChange, type Unsettled } from './unsettled.queries.ts';

/**
 * How long a value must have held before it is told. Feeds flap: a price that is wrong for an hour, enrolment that a
 * deployment closes and opens again. Within these hours what comes back is as if nothing had been.
 */
const settleHours = 6;
const hourMs = 3_600_000;

/** Fields that somebody follows a course for. */
const told = new Set(['costs', 'certificate', 'linkState']);
const isTold = (field: string): boolean => told.has(field) || runOfField(field) !== undefined;

/** Notes what changed from an instant on in those of these courses that somebody follows. Harmless to repeat. */
export async function noteChanges(db: Db, courseIds: readonly string[], from: Date): Promise<void> {
  const followed = await followedSubjects(db, courseTopicKind, courseIds);
  if (followed.size === 0) return;
  const changes = await changesSince(db, [...followed], from);
  const first = new Map<string, Unsettled>();
  for (const each of changes.flatMap(unsettledOf)) {
    const key = `${each.courseId} ${each.field}`;
    const known = first.get(key);
    first.set(key, known ? { ...known, dueAt: each.dueAt } : each);
  }
  await keepUnsettled(db, [...first.values()]);
}

function unsettledOf({ courseId, kind, at, fields }: RecordedChange): Unsettled[] {
  const when = { courseId, since: at, dueAt: new Date(at.getTime() + settleHours * hourMs) };
  const state = kind === 'archived' ? 'listed' : 'archived';
  return [
    ...(kind === 'updated' ? [] : [{ ...when, field: 'state', before: state }]),
    ...fields.filter(({ field }) => isTold(field)).map(({ field, before }) => ({ ...when, field, before })),
  ];
}
