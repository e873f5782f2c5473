import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { RunDay } from '../course-document/course-document.ts';
import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';
import type { RunFacts } from '../run-states/run-state.ts';
import type { CatalogTables, RunTable } from '../tables.ts';
import { setFacets, type SetFacet } from './facets.ts';
import type { IndexedCourse, SearchEntry } from './search-entry.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface CourseRow {
  readonly n: number;
  readonly id: string;
  readonly slug: string;
  readonly document: ResolvedDocument;
  readonly rating_mean: number | null;
  readonly rating_count: number;
  readonly link_state: string | null;
  readonly is_sample: boolean;
  readonly platform_slug: string;
  readonly platform_name: string;
  readonly providers: readonly { readonly slug: string; readonly name: string }[] | null;
  readonly subjects: readonly string[] | null;
}

/** What an entry is made of but for the runs, over `catalog.course c` and its `catalog.platform p`. */
export const courseColumns = sql`c.n, c.id, c.slug, c.document, c.rating_mean, c.rating_count, c.link_state,
  c.is_sample, p.slug as platform_slug, p.name as platform_name,
  (select json_agg(json_build_object('slug', v.slug, 'name', v.name) order by cp.position)
    from catalog.course_provider cp join catalog.provider v on v.id = cp.provider_id
    where cp.course_id = c.id) as providers,
  (select json_agg(s.subject order by s.subject) from catalog.course_subject s where s.course_id = c.id) as subjects`;

/** The listed ones of these courses with all that their entry is made of. */
export async function coursesToIndex(db: Db, ids: readonly string[]): Promise<IndexedCourse[]> {
  const { rows } = await sql<CourseRow>`select ${courseColumns}
    from catalog.course c join catalog.platform p on p.id = c.platform_id
    where c.id = any(${ids}::uuid[]) and c.state = 'listed'`.execute(of(db));
  const runs = await runsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => indexedCourseOf(row, runs.get(row.id) ?? []));
}

export const indexedCourseOf = (row: CourseRow, runs: readonly RunFacts[]): IndexedCourse => ({
  n: row.n,
  id: row.id,
  slug: row.slug,
  platform: { slug: row.platform_slug, name: row.platform_name },
  document: row.document,
  providers: row.providers ?? [],
  subjects: row.subjects ?? [],
  runs,
  ratingMean: row.rating_mean,
  ratingCount: row.rating_count,
  linkState: row.link_state,
  isSample: row.is_sample,
});

type RunRow = Pick<
  RunTable,
  | 'course_id'
  | 'pacing'
  | 'start_on'
  | 'start_precision'
  | 'start_at'
  | 'end_on'
  | 'end_precision'
  | 'end_at'
  | 'enrol_start_on'
  | 'enrol_end_on'
  | 'enrol_end_at'
  | 'zone'
  | 'declared'
  | 'gone_at'
>;

async function runsOf(db: Db, ids: readonly string[]): Promise<Map<string, RunFacts[]>> {
  if (ids.length === 0) return new Map();
  const { rows } =
    await sql<RunRow>`select course_id, pacing, start_on, start_precision, start_at, end_on, end_precision,
      end_at, enrol_start_on, enrol_end_on, enrol_end_at, zone, declared, gone_at
    from catalog.run where course_id = any(${ids}::uuid[])`.execute(of(db));
  const runs = new Map<string, RunFacts[]>();
  for (const row of rows) {
    const list = runs.get(row.course_id) ?? [];
    list.push(runFactsOf(row));
    runs.set(row.course_id, list);
  }
  return runs;
}

function runFactsOf(row: RunRow): RunFacts {
  return {
    pacing: row.pacing,
    start: dayOf(row.start_on, row.start_precision, row.start_at),
    end: dayOf(row.end_on, row.end_precision, row.end_at),
    enrolmentStart: dayOf(row.enrol_start_on, 'day', null),
    enrolmentEnd: dayOf(row.enrol_end_on, 'day', row.enrol_end_at),
    zone: row.zone ?? undefined,
    declared: row.declared ?? undefined,
    gone: row.gone_at === null ? undefined : true,
  };
}

function dayOf(on: string | null, precision: 'day' | 'month' | null, at: Date | null): RunDay | undefined {
  if (on === null) return undefined;
  return { on, precision: precision ?? 'day', ...(at ? { at: at.toISOString() } : {}) };
}

/** Takes out of the index those of these courses that are not listed (any more). */
export async function removeEntries(db: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from catalog.search_entry where n in
    (select n from catalog.course where id = any(${ids}::uuid[]) and state <> 'listed')`.execute(of(db));
}

/** Number of a set of values by facet and members. */
export type SetNumbers = (facet: SetFacet, members: readonly string[]) => number;

const keyOf = (facet: string, members: readonly string[]): string => `${facet}\n${members.join('\n')}`;

/** The numbers of all the sets that these entries need; sets that nobody had before are added. */
export async function setNumbers(db: Db, entries: readonly SearchEntry[]): Promise<SetNumbers> {
  const wanted = new Map<string, { facet: SetFacet; members: readonly string[] }>();
  for (const { sets } of entries) {
    for (const facet of setFacets) wanted.set(keyOf(facet, sets[facet]), { facet, members: sets[facet] });
  }
  // one order for everybody, so that two imports never wait for each other in a circle
  const given = JSON.stringify([...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set));
  const rows = sql`(select t.facet, coalesce(array(select jsonb_array_elements_text(t.members)), '{}') as members
    from jsonb_to_recordset(${given}::jsonb) as t(facet text, members jsonb))`;
  await sql`insert into catalog.facet_set (facet, members)
    select facet, members from ${rows} as g
    where not exists (select 1 from catalog.facet_set s where s.facet = g.facet and s.members = g.members)
    on conflict do nothing`.execute(of(db));
  const found = await sql<{ id: number; facet: string; members: string[] }>`select s.id, s.facet, s.members
    from ${rows} as g join catalog.facet_set s on s.facet = g.facet and s.members = g.members`.execute(
    of(db),
  );
  const numbers = new Map(found.rows.map((row) => [keyOf(row.facet, row.members), row.id]));
  return (facet, members) => {
    const number = numbers.get(keyOf(facet, members));
    if (number === undefined) throw new Error(`the set ${facet} ${members.join(',')} has no number`);
    return number;
  };
}

/** Adds and replaces entries. */
export async function saveEntries(
  db: Db,
  entries: readonly (SearchEntry & { readonly words: string })[],
  numberOf: SetNumbers,
): Promise<void> {
  const numbers = (facet: SetFacet) => entries.map((entry) => numberOf(facet, entry.sets[facet]));
  await sql`insert into catalog.search_entry (n, quality, rating, traits, workload, starts_on, changes_on, tongue,
      title_words, platform, language, subtitles, subject, provider, words, card, expected_on)
    select * from unnest(${entries.map((entry) => entry.n)}::int[], ${entries.map((entry) => entry.quality)}::smallint[],
      ${entries.map((entry) => entry.rating)}::smallint[], ${entries.map((entry) => entry.traits)}::int[],
      ${entries.map((entry) => entry.workload)}::int[], ${entries.map((entry) => entry.startsOn)}::date[],
      ${entries.map((entry) => entry.changesOn)}::date[], ${entries.map((entry) => entry.tongue)}::smallint[],
      ${entries.map((entry) => entry.titleWords)}::smallint[], ${numbers('platform')}::int[], ${numbers('language')}::int[],
      ${numbers('subtitles')}::int[], ${numbers('subject')}::int[], ${numbers('provider')}::int[],
      ${entries.map((entry) => entry.words)}::tsvector[], ${entries.map((entry) => entry.card)}::text[],
      ${entries.map((entry) => entry.expectedOn)}::date[])
    on conflict (n) do update set quality = excluded.quality, rating = excluded.rating, traits = excluded.traits,
      workload = excluded.workload, starts_on = excluded.starts_on, changes_on = excluded.changes_on,
      tongue = excluded.tongue, title_words = excluded.title_words, platform = excluded.platform,
      language = excluded.language, subtitles = excluded.subtitles, subject = excluded.subject,
      provider = excluded.provider, words = excluded.words, card = excluded.card, expected_on = excluded.expected_on`.execute(
    of(db),
  );
}

/** Courses whose entries say something that dates have made untrue. */
export async function dueCourses(db: Db, today: string, most: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select c.id from catalog.search_entry e join catalog.course c on c.n = e.n
    where e.changes_on <= ${today}::date order by e.changes_on, e.n limit ${most}`.execute(of(db));
  return rows.map((row) => row.id);
}

/** Ids of listed courses after one, in the order of ids: to go through all of them. */
export async function listedAfter(db: Db, after: string | undefined, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from catalog.course
    where state = 'listed' and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
    order by id limit ${most}`.execute(of(db));
  return rows.map((row) => row.id);
}
