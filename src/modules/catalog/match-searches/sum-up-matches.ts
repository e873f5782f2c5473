import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { announce } from '../../notify/index.ts';
import { quietMs } from './tally.ts';
import { takeWaiting } from './tally.queries.ts';
import { summaryOf } from './tell-matches.ts';

const most = 1000;

/** Tells what has waited for an hour, one line a search and day; returns of how many searches, 0 when all is told. */
export async function sumUpMatches(db: Db, actor: Actor): Promise<number> {
  const today = dayOf(actor.now);
  const until = new Date(actor.now.getTime() - quietMs);
  const waiting = await takeWaiting(db, { until, today, most });
  await announce(
    db,
    actor,
    waiting.map((each) => summaryOf(each, today)),
  );
  return waiting.length;
}
