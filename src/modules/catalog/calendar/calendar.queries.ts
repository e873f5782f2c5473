import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Selection } from '../search-courses/facets.ts';
import { isWanted } from '../search-courses/matching-courses.queries.ts';
import type { CatalogTables } from '../tables.ts';
import type { DayKind, Span } from './calendar-view.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface DaysWanted {
  readonly kinds: readonly DayKind[];
  readonly selection: Selection;
}

const columns = { starts: 'start_on', closes: 'enrol_end_on' } as const satisfies Record<DayKind, string>;

/** Days of the runs `r` that count: a month without a day has none, and who declares enrolment closed has no last one. */
const counts = {
  starts: sql`coalesce(r.start_precision, 'day') = 'day' and r.declared is distinct from 'archived'`,
  closes: sql`(r.declared is null or r.declared not in ('archived', 'closed'))`,
} as const satisfies Record<DayKind, RawBuilder<unknown>>;

/**
 * Rows (kind, day, n, quality): a course once a day and kind, however many of its runs and sources say so. Runs are few
 * beside courses, so each leads to its own entry: the planner would rather read every entry that the facets let pass.
 */
function daysIn({ from, to }: Span, { kinds, selection }: DaysWanted): RawBuilder<unknown> {
  const runs = kinds.map((kind) => {
    const day = sql.ref(`r.${columns[kind]}`);
    return sql`select ${kind}::text as kind, ${day} as day, r.course_id from catalog.run r
      where ${day} between ${from}::date and ${to}::date and r.gone_at is null
        and r.declared is distinct from 'cancelled' and ${counts[kind]}`;
  });
  return sql`select r.kind, r.day, e.n, e.quality
    from (select distinct * from (${sql.join(runs, sql` union all `)}) as every_run) as r
    cross join lateral (select n from catalog.course where id = r.course_id offset 0) as c
    cross join lateral (select * from catalog.search_entry where n = c.n offset 0) as e
    where ${isWanted({ selection })}`;
}

export interface DayEntry {
  readonly kind: DayKind;
  readonly day: string;
  /** How many courses the day has of this kind. */
  readonly count: number;
  /** A stored card; none where only the count is wanted. */
  readonly card: string | null;
}

export interface EntriesWanted {
  /** The days and kinds whose courses are wanted, not only their number. */
  readonly span: Span;
  readonly kinds: readonly DayKind[];
  readonly skip?: number;
  readonly most: number;
}

/**
 * Every day of a span that has anything, with how many courses start or close on it, and the best courses of some of
 * these days: in the order of days, starts first, from one place on, at most some a day.
 */
export async function dayEntries(
  db: Db,
  around: Span,
  wanted: DaysWanted,
  { span, kinds, skip = 0, most }: EntriesWanted,
): Promise<readonly DayEntry[]> {
  const isShown = sql`(t.day between ${span.from}::date and ${span.to}::date and t.kind = any(${kinds}::text[])
    and t.place > ${skip} and t.place <= ${skip + most})`;
  const rows = await sql<DayEntry>`select t.kind, t.day, t.count,
      case when ${isShown} then (select card from catalog.search_entry e where e.n = t.n) end as card
    from (select kind, day, n, (count(*) over (partition by day, kind))::int as count,
      row_number() over (partition by day, kind order by quality desc, n) as place
      from (${daysIn(around, wanted)}) as days) as t
    where t.place = 1 or ${isShown} order by t.day, t.kind desc, t.place`.execute(of(db));
  return rows.rows;
}

export interface VagueStarts {
  /** Courses that start in the month on a day that nobody has named yet, and the best of them as cards. */
  readonly announced: number;
  readonly announcedCards: readonly string[];
  /** Courses that probably come back in the month. */
  readonly expected: number;
  readonly expectedCards: readonly string[];
  /** Languages of the courses there are, as bases of tags. */
  readonly languages: readonly string[];
}

/** What a month brings without a day, and by which languages the calendar can be narrowed. */
export async function vagueStarts(
  db: Db,
  month: string,
  selection: Selection,
  most: number,
): Promise<VagueStarts> {
  const wanted = isWanted({ selection });
  const best = (
    name: string,
  ) => sql`array(select e.card from (select n from ${sql.ref(name)} order by quality desc, n
    limit ${most}) as t join catalog.search_entry e on e.n = t.n order by e.quality desc, e.n)`;
  const rows = await sql<VagueStarts>`
    with announced as (select e.n, e.quality from (select distinct r.course_id from catalog.run r
          where r.start_on = ${`${month}-01`}::date and r.start_precision = 'month' and r.gone_at is null
            and (r.declared is null or r.declared not in ('cancelled', 'archived'))) as r
        cross join lateral (select n from catalog.course where id = r.course_id offset 0) as c
        cross join lateral (select * from catalog.search_entry where n = c.n offset 0) as e
        where ${wanted}),
    expected as (select e.n, e.quality from catalog.search_entry e
        where e.expected_on = ${`${month}-01`}::date and ${wanted})
    select (select count(*) from announced)::int as announced, ${best('announced')} as "announcedCards",
      (select count(*) from expected)::int as expected, ${best('expected')} as "expectedCards",
      array(select distinct unnest(members) from catalog.facet_set where facet = 'language') as languages`.execute(
    of(db),
  );
  return rows.rows[0] ?? { announced: 0, announcedCards: [], expected: 0, expectedCards: [], languages: [] };
}

/** Courses with a day in a span, the soonest first, as rows (id, place) for coursesIn. */
export const coursesInSpan = (span: Span, wanted: DaysWanted, most: number): RawBuilder<unknown> => sql`
  select c.id, row_number() over (order by t.day, c.id) as place from (
    select n, min(day) as day from (${daysIn(span, wanted)}) as days group by n order by day, n limit ${most}) as t
  join catalog.course c on c.n = t.n`;
