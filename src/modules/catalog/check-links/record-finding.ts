import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { coursesChanged } from '../events.ts';
import { saveChanges } from '../resolve-course/changes.queries.ts';
import { indexCourses } from '../search-courses/index-courses.ts';
import { type LinkFinding, type LinkTurn, saveFinding } from './check-links.queries.ts';

/** Writes down what was found of a link; courses whose link died or came back have changed. */
export async function recordFinding(db: Db, actor: Actor, finding: LinkFinding): Promise<void> {
  const turns = await saveFinding(db, finding, actor.now);
  await indexCourses(
    db,
    turns.map(({ courseId }) => courseId),
    actor.now,
  );
  await tellTurns(db, actor, turns);
}

/** That it merely moved is no change that anybody wants to read. */
async function tellTurns(db: Db, actor: Actor, turns: readonly LinkTurn[]): Promise<void> {
  const told = turns.filter(({ before, after }) => (before === 'dead') !== (after === 'dead'));
  if (told.length === 0) return;
  const changes = told.map(({ courseId, before, after }) => ({
    courseId,
    kind: 'updated' as const,
    fields: [{ field: 'linkState', before, after }],
  }));
  await saveChanges(db, changes, { now: actor.now });
  await publish(db, actor, coursesChanged(told.map(({ courseId }) => courseId)));
}
