import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { announce } from '../../notify/index.ts';
import { markTold, type Opening, openingOf } from './planned.queries.ts';
import { plannedTopic } from './planned-topic.ts';

/**
 * Tells those who would take a course that it is open, once, as soon as it is published and has a run that anybody may
 * join. Called wherever one of the two changes; harmless everywhere else.
 */
export async function tellOpening(db: Db, actor: Actor, courseId: string): Promise<void> {
  const today = dayOf(actor.now);
  const opening = await openingOf(db, courseId, today);
  if (!opening || !(await markTold(db, courseId, actor.now))) return;
  const { slug, title, startOn } = opening;
  await announce(db, actor, [
    {
      key: `courses.planned:${courseId}:opens`,
      topic: plannedTopic(courseId),
      want: 'opens',
      ...sayOpening(title, startOn !== null && startOn > today ? startOn : null),
      path: `/learn/${encodeURIComponent(slug)}`,
    },
  ]);
}

const sayOpening = (title: string, startOn: Opening['startOn']) =>
  startOn === null
    ? ({ sentence: 'courses.to-come.news.open', values: { title } } as const)
    : ({ sentence: 'courses.to-come.news.opens-on', values: { title, day: { day: startOn } } } as const);
