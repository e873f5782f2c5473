import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { RunClaim } from '../course-document/course-document.ts';
import type { CatalogTables } from '../tables.ts';
import type { Provenance, ResolvedDocument } from './resolve-course.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface CourseProjection {
  readonly id: string;
  readonly slug: string;
  readonly document: ResolvedDocument;
  readonly provenance: Provenance;
  readonly hash: string;
}

/** Slugs among these that a course has or had. */
export async function takenSlugs(db: Db, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ slug: string }>`
    select slug from catalog.course where slug = any(${slugs}::text[])
    union all select slug from catalog.course_slug where slug = any(${slugs}::text[])`.execute(of(db));
  return new Set(rows.rows.map((row) => row.slug));
}

/** What was found out before about an address that a course (`d`) has from now on. */
const knownPicture = sql`(select f.picture_key from catalog.picture_fetch f where f.url = d ->> 'imageUrl')`;
const knownLinkState = sql`(select l.state from catalog.link_check l where l.url = d ->> 'url'
  and l.state in ('alive', 'moved', 'dead'))`;

/** Adds new courses. */
export async function insertCourses(
  db: Db,
  rows: readonly CourseProjection[],
  meta: { platformId: string; isSample: boolean; now: Date },
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into catalog.course
      (id, slug, platform_id, title, language, url, document, provenance, hash, picture_url, picture_key, link_state,
        is_sample, created_at, changed_at)
    select id, slug, ${meta.platformId}::uuid, d ->> 'title', d -> 'languages' ->> 0, d ->> 'url', d, p::jsonb, hash,
      d ->> 'imageUrl', ${knownPicture}, ${knownLinkState}, ${meta.isSample}, ${meta.now}, ${meta.now}
    from (select id, slug, document::jsonb as d, p, hash from unnest(${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.slug)}::text[], ${rows.map((row) => JSON.stringify(row.document))}::text[],
      ${rows.map((row) => JSON.stringify(row.provenance))}::text[], ${rows.map((row) => row.hash)}::text[])
      as t(id, slug, document, p, hash)) as s`.execute(of(db));
}

export interface StoredCourse {
  readonly id: string;
  readonly slug: string;
  readonly hash: string;
  readonly state: 'listed' | 'archived' | 'merged';
  readonly document: ResolvedDocument;
  readonly provenance: Provenance;
}

export async function coursesForUpdate(db: Db, ids: readonly string[]): Promise<Map<string, StoredCourse>> {
  const rows = await sql<StoredCourse>`select id, slug, hash, state, document, provenance
    from catalog.course
    where id = any(${ids}::uuid[]) order by id for update`.execute(of(db));
  return new Map(rows.rows.map((row) => [row.id, row]));
}

/** Writes what the claims now say; the picture is fetched again only when its address changed. */
export async function updateCourses(db: Db, rows: readonly CourseProjection[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`update catalog.course c set slug = s.slug, title = s.d ->> 'title', language = s.d -> 'languages' ->> 0,
      url = s.d ->> 'url', document = s.d, provenance = s.p::jsonb, hash = s.hash, changed_at = ${now},
      picture_key = case when c.picture_url is distinct from d ->> 'imageUrl' then ${knownPicture} else c.picture_key end,
      picture_url = s.d ->> 'imageUrl',
      link_state = case when c.url is distinct from d ->> 'url' then ${knownLinkState} else c.link_state end
    from (select id, slug, document::jsonb as d, p, hash from unnest(${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.slug)}::text[], ${rows.map((row) => JSON.stringify(row.document))}::text[],
      ${rows.map((row) => JSON.stringify(row.provenance))}::text[], ${rows.map((row) => row.hash)}::text[])
      as t(id, slug, document, p, hash)) as s
    where c.id = s.id`.execute(of(db));
}

/** The same words, said by others. */
export async function saveProvenance(
  db: Db,
  rows: readonly { id: string; provenance: Provenance }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`update catalog.course c set provenance = s.p::jsonb
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => JSON.stringify(row.provenance))}::text[]) as s(id, p)
    where c.id = s.id`.execute(of(db));
}

/** Brings archived courses back into the lists. */
export async function listAgain(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update catalog.course set state = 'listed' where id = any(${ids}::uuid[]) and state = 'archived'`.execute(
    of(db),
  );
}

/** Keeps the old address answering, with a redirect to the new one. */
export async function retireSlugs(
  db: Db,
  rows: readonly { slug: string; courseId: string }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into catalog.course_slug (slug, course_id, retired_at)
    select slug, course, ${now} from unnest(${rows.map((row) => row.slug)}::text[], ${rows.map((row) => row.courseId)}::uuid[])
      as t(slug, course) on conflict do nothing`.execute(of(db));
}

export interface RunRow {
  readonly id: string;
  readonly courseId: string;
  readonly recordId: string;
  readonly hash: string;
  readonly run: RunClaim;
}

/** Adds and updates runs; those of the same records that are not named any more are marked gone, never deleted. */
export async function saveRuns(
  db: Db,
  recordIds: readonly string[],
  rows: readonly RunRow[],
  now: Date,
): Promise<void> {
  if (rows.length > 0) {
    const flat = rows.map(({ run, ...row }) => ({
      ...row,
      ...run,
      start_on: run.start?.on,
      start_precision: run.start?.precision,
      start_at: run.start?.at,
      end_on: run.end?.on,
      end_precision: run.end?.precision,
      end_at: run.end?.at,
      enrol_start_on: run.enrolmentStart?.on,
      enrol_end_on: run.enrolmentEnd?.on,
      enrol_end_at: run.enrolmentEnd?.at,
    }));
    await sql`insert into catalog.run (id, course_id, record_id, key, pacing, title, url, language, start_on, start_precision,
        start_at, end_on, end_precision, end_at, enrol_start_on, enrol_end_on, enrol_end_at, zone, declared, hash, first_seen_at)
      select id, "courseId", "recordId", key, pacing, title, url, language, start_on, start_precision, start_at, end_on,
        end_precision, end_at, enrol_start_on, enrol_end_on, enrol_end_at, zone, declared, hash, ${now}
      from jsonb_to_recordset(${JSON.stringify(flat)}::jsonb) as t(id uuid, "courseId" uuid, "recordId" uuid, key text,
        pacing text, title text, url text, language text, start_on date, start_precision text, start_at timestamptz,
        end_on date, end_precision text, end_at timestamptz, enrol_start_on date, enrol_end_on date,
        enrol_end_at timestamptz, zone text, declared text, hash text)
      on conflict (record_id, key) do update set course_id = excluded.course_id, pacing = excluded.pacing,
        title = excluded.title, url = excluded.url, language = excluded.language, start_on = excluded.start_on,
        start_precision = excluded.start_precision, start_at = excluded.start_at, end_on = excluded.end_on,
        end_precision = excluded.end_precision, end_at = excluded.end_at, enrol_start_on = excluded.enrol_start_on,
        enrol_end_on = excluded.enrol_end_on, enrol_end_at = excluded.enrol_end_at, zone = excluded.zone,
        declared = excluded.declared, hash = excluded.hash, gone_at = null
      where catalog.run.hash <> excluded.hash or catalog.run.gone_at is not null
        or catalog.run.course_id <> excluded.course_id`.execute(of(db));
  }
  await sql`update catalog.run set gone_at = ${now} where record_id = any(${recordIds}::uuid[]) and gone_at is null
    and (record_id, key) not in (select * from unnest(${rows.map((row) => row.recordId)}::uuid[],
      ${rows.map((row) => row.run.key)}::text[]))`.execute(of(db));
}

export interface ProviderRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly nameKey: string;
  readonly url?: string | undefined;
  readonly logoUrl?: string | undefined;
  readonly country?: string | undefined;
}

/** Ids of providers by their folded name; new ones are added. */
export async function providerIds(
  db: Db,
  rows: readonly ProviderRow[],
  isSample: boolean,
  now: Date,
): Promise<Map<string, string>> {
  const answer = await sql<{ key: string; id: string }>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as t(id uuid, slug text, name text, "nameKey" text, url text, "logoUrl" text, country text)),
    added as (insert into catalog.provider (id, slug, name, name_key, url, logo_url, country, is_sample, created_at)
      select id, case when exists (select 1 from catalog.provider p where p.slug = given.slug)
          then slug || '-' || right(id::text, 5) else slug end,
        name, "nameKey", url, "logoUrl", country, ${isSample}, ${now} from given
      on conflict (name_key) do nothing returning name_key as key, id)
    select key, id from added
    union select p.name_key, p.id from catalog.provider p join given on given."nameKey" = p.name_key`.execute(
    of(db),
  );
  const ids = new Map(answer.rows.map((row) => [row.key, row.id]));
  const late = rows.filter((row) => !ids.has(row.nameKey)).map((row) => row.nameKey);
  for (const row of await providersNamed(db, late)) ids.set(row.key, row.id);
  return ids;
}

/** What another transaction added meanwhile stands in the way of an insert, but only the next statement sees it. */
async function providersNamed(
  db: Db,
  keys: readonly string[],
): Promise<readonly { key: string; id: string }[]> {
  if (keys.length === 0) return [];
  const answer = await sql<{ key: string; id: string }>`
    select name_key as key, id from catalog.provider where name_key = any(${keys}::text[])`.execute(of(db));
  return answer.rows;
}

interface Links {
  readonly providers: readonly { course: string; provider: string; position: number }[];
  readonly subjects: readonly { course: string; subject: string }[];
  readonly prerequisites: readonly { course: string; position: number; wanted: object }[];
}

/** Replaces what hangs on these courses. */
export async function saveLinks(
  db: Db,
  courseIds: readonly string[],
  links: Links,
  isNew: boolean,
): Promise<void> {
  if (!isNew) {
    await sql`delete from catalog.course_provider where course_id = any(${courseIds}::uuid[])`.execute(
      of(db),
    );
    await sql`delete from catalog.course_subject where course_id = any(${courseIds}::uuid[])`.execute(of(db));
    await sql`delete from catalog.prerequisite where course_id = any(${courseIds}::uuid[])`.execute(of(db));
  }
  const { providers, subjects, prerequisites } = links;
  if (providers.length > 0) {
    await sql`insert into catalog.course_provider (course_id, provider_id, position)
      select * from unnest(${providers.map((each) => each.course)}::uuid[], ${providers.map((each) => each.provider)}::uuid[],
        ${providers.map((each) => each.position)}::smallint[]) on conflict do nothing`.execute(of(db));
  }
  if (subjects.length > 0) {
    await sql`insert into catalog.course_subject (course_id, subject)
      select * from unnest(${subjects.map((each) => each.course)}::uuid[], ${subjects.map((each) => each.subject)}::text[])
      on conflict do nothing`.execute(of(db));
  }
  if (prerequisites.length > 0) {
    await sql`insert into catalog.prerequisite (course_id, position, wanted)
      select course, position, wanted from jsonb_to_recordset(${JSON.stringify(prerequisites)}::jsonb)
        as t(course uuid, position smallint, wanted jsonb)`.execute(of(db));
  }
}
