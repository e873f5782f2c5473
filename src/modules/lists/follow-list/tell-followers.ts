import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { announce } from '../../notify/index.ts';
import type { ListFacts } from '../read-lists/list-facts.ts';
import { listTopic } from './list-topic.ts';

/** Tells who follows a public list what was added to it; the same course once, however often it comes and goes. */
export async function tellFollowers(
  db: Db,
  actor: Actor,
  list: ListFacts,
  courses: readonly { readonly id: string; readonly title: string }[],
): Promise<void> {
  if (list.visibility !== 'public' || list.withdrawnAt || list.slug === null) return;
  const path = `/lists/${encodeURIComponent(list.slug)}`;
  await announce(
    db,
    actor,
    courses.map((course) => ({
      key: `${listTopic}:${list.id}:added:${course.id}`,
      topic: { kind: listTopic, subject: list.id },
      want: 'added',
      sentence: 'lists.news.added' as const,
      values: { title: course.title, list: list.title },
      path,
    })),
  );
}
