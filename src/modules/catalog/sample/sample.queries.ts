import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { nameKey } from '../course-document/slug.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export async function hasCourses(db: Db): Promise<boolean> {
  return (await of(db).selectFrom('catalog.course').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function describeProviders(
  db: Db,
  providers: readonly { name: string; description: Readonly<Record<string, string>> }[],
): Promise<void> {
  const rows = providers.map(({ name, description }) => ({ key: nameKey(name), description }));
  await sql`update catalog.provider p set description = t.description
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(key text, description jsonb)
    where p.name_key = t.key and p.is_sample`.execute(of(db));
}

/** Tables that hang on a sample course, in an order that no foreign key minds. */
const hanging = [
  'course_change',
  'course_slug',
  'prerequisite',
  'course_subject',
  'course_provider',
  'run',
] as const;

/** Removes the rows of the sample. A real course that was merged with one keeps its own. */
export async function removeSampleRows(db: Db): Promise<number> {
  const sample = sql`(select id from catalog.course where is_sample)`;
  await sql`update catalog.prerequisite set needs_course_id = null where needs_course_id in ${sample}`.execute(
    of(db),
  );
  // the index knows courses by number, without a foreign key
  await sql`delete from catalog.search_entry where n in (select n from catalog.course where is_sample)`.execute(
    of(db),
  );
  for (const table of hanging) {
    await sql`delete from ${sql.table(`catalog.${table}`)} where course_id in ${sample}`.execute(of(db));
  }
  await sql`delete from catalog.claim where record_id in (select id from catalog.record where course_id in ${sample})`.execute(
    of(db),
  );
  await sql`delete from catalog.record where course_id in ${sample}`.execute(of(db));
  const gone = await sql<{ id: string }>`delete from catalog.course where is_sample returning id`.execute(
    of(db),
  );
  await sql`delete from catalog.import where source_id in (select id from catalog.source where is_sample)`.execute(
    of(db),
  );
  await sql`delete from catalog.source s where is_sample
    and not exists (select 1 from catalog.record r where r.source_id = s.id)`.execute(of(db));
  await sql`delete from catalog.provider p where is_sample
    and not exists (select 1 from catalog.course_provider l where l.provider_id = p.id)`.execute(of(db));
  await sql`delete from catalog.platform p where is_sample
    and not exists (select 1 from catalog.course c where c.platform_id = p.id)
    and not exists (select 1 from catalog.source s where s.platform_id = p.id)`.execute(of(db));
  return gone.rows.length;
}
