import { sql } from 'kysely';
import { type Segment, stuckAfterDays } from './segments.ts';

/** Whether the enrolment `e` with the progress `p` belongs to a segment today. */
export const inSegment = (segment: Segment, now: Date) =>
  ({
    all: sql`e.state in ('active', 'completed')`,
    active: sql`e.state = 'active' and e.last_seen_at >= ${now}::timestamptz - interval '7 days'`,
    'not-started': sql`e.state = 'active' and coalesce(cardinality(p.seen), 0) = 0`,
    stuck: sql`e.state = 'active' and cardinality(p.seen) > 0
      and coalesce(e.last_seen_at, e.enrolled_at) < ${now}::timestamptz - make_interval(days => ${stuckAfterDays})`,
    finished: sql`e.state = 'completed'`,
    waiting: sql`e.state = 'waiting'`,
    left: sql`e.state = 'left'`,
  })[segment];
