import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** A name of a provider as it is compared: capitals and spaces make no other provider. */
export const providerKey = (name: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`lower(btrim(regexp_replace(${name}, '\\s+', ' ', 'g')))`;

/** Whether a demand `d` is about a course `c`. */
export const concerns = sql`(d.provider = '' or d.provider in (
  select ${providerKey(sql`p`)} from jsonb_array_elements_text(coalesce(c.about -> 'providers', '[]')) p))`;

export interface Demand {
  /** '' is the whole site. */
  readonly provider: string;
  /** The provider's name as it was written. */
  readonly name: string;
  readonly signOffs: number;
  readonly committee: number;
  /** How many courses it is about. */
  readonly courses: number;
}

export interface Demands {
  readonly demands: readonly Demand[];
  /** Providers that courses name, to choose from. */
  readonly providers: readonly string[];
}

/** All that is demanded, that of the whole site first. */
export async function demandsOfSite(db: Db): Promise<Demands> {
  const { rows } = await sql<Demands>`select
    (select coalesce(jsonb_agg(jsonb_build_object('provider', d.provider, 'name', d.name, 'signOffs', d.sign_offs,
        'committee', d.committee, 'courses', (select count(*)::int from courses.course c where ${concerns}))
        order by d.provider), '[]') from courses.review_demand d) as demands,
    (select coalesce(jsonb_agg(name order by name), '[]') from (
      select distinct on (${providerKey(sql`p`)}) p as name
      from courses.course c, jsonb_array_elements_text(coalesce(c.about -> 'providers', '[]')) p
      order by ${providerKey(sql`p`)}, p limit 500) known) as providers`.execute(of(db));
  return rows[0] ?? { demands: [], providers: [] };
}

export interface NewDemand {
  readonly name: string;
  readonly signOffs: number;
  readonly committee: number;
  readonly by: string | null;
  readonly now: Date;
}

/** Demands this from now on, in the place of what was demanded there before. */
export async function keepDemand(db: Db, { name, signOffs, committee, by, now }: NewDemand): Promise<void> {
  await sql`
    insert into courses.review_demand (provider, name, sign_offs, committee, set_at, set_by)
    values (${providerKey(sql`${name}::text`)}, ${name}, ${signOffs}, ${committee}, ${now}::timestamptz, ${by}::uuid)
    on conflict (provider) do update set name = excluded.name, sign_offs = excluded.sign_offs,
      committee = excluded.committee, set_at = excluded.set_at, set_by = excluded.set_by`.execute(of(db));
}

/** The name that was written, where something was demanded. */
export async function dropDemand(db: Db, provider: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    delete from courses.review_demand where provider = ${provider} returning name`.execute(of(db));
  return rows[0]?.name;
}
