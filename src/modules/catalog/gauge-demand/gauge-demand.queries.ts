import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

export interface DemandQuestion {
  readonly stems: readonly string[];
  readonly subjects: readonly string[];
  readonly lang: string;
  /** As `packTrait` packs it; 0 for none. */
  readonly level: number;
  /** ISO day. */
  readonly since: string;
  readonly fewest: number;
}

export interface DemandRows {
  /** Words that were searched in vain, or nearly; how often. */
  readonly searches: readonly { readonly words: string; readonly none: number; readonly few: number }[];
  /** Listed courses of a subject: all, in its language, in its language at its level. */
  readonly supply: readonly {
    readonly subject: string;
    readonly all: number;
    readonly inLanguage: number;
    readonly atLevel: number;
  }[];
  /** What courses of its subjects want known before, and no course of the catalogue is; how many ask for it. */
  readonly wanted: readonly { readonly title: string; readonly courses: number }[];
  /** Skills that courses of its subjects name; how many do. */
  readonly labels: readonly { readonly label: string; readonly courses: number }[];
  /** How many courses of its subjects were looked at for skills, and how many name any. */
  readonly skilled: { readonly looked: number; readonly naming: number };
  /** Titles of courses that people missed. */
  readonly titles: readonly string[];
}

/** Documents are long: skills are read in so many courses, those changed last. */
const mostRead = 2_000;

export async function askDemand(db: Db, asked: DemandQuestion): Promise<DemandRows> {
  const { stems, subjects, lang, level, since, fewest } = asked;
  const { rows } = await sql<DemandRows>`
    with stem as (select unnest(${[...stems]}::text[]) as stem),
    subject as (select unnest(${[...subjects]}::text[]) as subject),
    search as (
      select m.words, coalesce(sum(m.times) filter (where m.outcome = 'none'), 0)::int as none,
        coalesce(sum(m.times) filter (where m.outcome = 'few'), 0)::int as few
      from catalog.missed_search m
      where m.day >= ${since}::date and exists (
        select from unnest(string_to_array(m.words, ' ')) w, stem where starts_with(w, stem.stem))
      group by m.words having sum(m.times) >= ${fewest} order by sum(m.times) desc, m.words limit 10),
    spoken as (select id from catalog.facet_set where facet = 'language' and members @> array[${lang}]::text[]),
    supply as (
      select s.subject, count(e.n)::int as "all",
        (count(e.n) filter (where e.language in (select id from spoken)))::int as "inLanguage",
        (count(e.n) filter (where e.language in (select id from spoken) and e.traits & 3 = ${level}::int))::int as "atLevel"
      from subject s
      left join catalog.facet_set f on f.facet = 'subject' and f.members @> array[s.subject]
      left join catalog.search_entry e on e.subject = f.id
      group by s.subject),
    -- chosen first, so that only their documents are read
    latest as materialized (
      select c.id from catalog.course c
      where c.state = 'listed' and c.id in (
        select cs.course_id from catalog.course_subject cs join subject s on s.subject = cs.subject)
      order by c.changed_at desc limit ${mostRead}),
    near as (select c.id, c.document -> 'skills' as skills from latest join catalog.course c on c.id = latest.id),
    named as (
      select k ->> 'label' as label, count(distinct near.id)::int as courses
      from near, jsonb_array_elements(case jsonb_typeof(near.skills) when 'array' then near.skills else '[]' end) k
      where k ->> 'label' is not null group by 1 order by 2 desc, 1 limit 1000),
    asked_for as (
      select p.wanted ->> 'title' as title, count(distinct p.course_id)::int as courses
      from catalog.prerequisite p join near on near.id = p.course_id
      where p.needs_course_id is null and p.wanted ? 'title' group by 1 order by 2 desc, 1 limit 20),
    -- a source that names a course by its title alone may mean one that another source lists
    wanted as (
      select a.title, a.courses from asked_for a where not exists (
        select from catalog.course c where c.state = 'listed' and catalog.title_key(c.title) = catalog.title_key(a.title))
      order by a.courses desc, a.title limit 5),
    missed as (
      select p.document ->> 'title' as title from catalog.course_proposal p
      where p.proposed_at >= ${since}::date and p.state <> 'refused' and p.document ->> 'title' is not null
      order by p.proposed_at desc limit 2000)
    select (select coalesce(jsonb_agg(search), '[]') from search) as searches,
      (select coalesce(jsonb_agg(supply order by supply.subject), '[]') from supply) as supply,
      (select coalesce(jsonb_agg(wanted), '[]') from wanted) as wanted,
      (select coalesce(jsonb_agg(to_jsonb(named)), '[]') from named) as labels,
      (select jsonb_build_object('looked', count(*), 'naming',
        count(*) filter (where jsonb_typeof(near.skills) = 'array' and jsonb_array_length(near.skills) > 0)) from near) as skilled,
      (select coalesce(jsonb_agg(missed.title), '[]') from missed) as titles`.execute(
    tables<CatalogTables>(db),
  );
  if (!rows[0]) throw new Error('the question about demand came back without a row');
  return rows[0];
}
