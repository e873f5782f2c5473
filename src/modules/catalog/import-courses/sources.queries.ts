import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { storableJson } from '../../../platform/db/storable-text.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface SourceRow {
  readonly id: string;
  readonly platformId: string;
  readonly isSample: boolean;
}

/** The platform of a slug, made when it is new. */
export async function platformOf(
  db: Db,
  platform: {
    id: string;
    slug: string;
    name: string;
    url?: string;
    description?: Readonly<Record<string, string>>;
    isSample: boolean;
    now: Date;
  },
): Promise<string> {
  const known = await of(db)
    .selectFrom('catalog.platform')
    .select('id')
    .where('slug', '=', platform.slug)
    .executeTakeFirst();
  if (known) return known.id;
  const made = await of(db)
    .insertInto('catalog.platform')
    .values({
      id: platform.id,
      slug: platform.slug,
      name: platform.name,
      url: platform.url ?? null,
      description: JSON.stringify(platform.description ?? {}),
      is_sample: platform.isSample,
      created_at: platform.now,
    })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug: platform.slug }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** The source of platform + format + name, made when it is new. */
export async function sourceOf(
  db: Db,
  source: { id: string; platformId: string; format: string; name: string; isSample: boolean; now: Date },
): Promise<SourceRow> {
  const row = await of(db)
    .insertInto('catalog.source')
    .values({
      id: source.id,
      platform_id: source.platformId,
      format: source.format,
      name: source.name,
      is_sample: source.isSample,
      created_at: source.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['platform_id', 'format', 'name']).doUpdateSet({ name: source.name }),
    )
    .returning(['id', 'platform_id', 'is_sample'])
    .executeTakeFirstOrThrow();
  return { id: row.id, platformId: row.platform_id ?? source.platformId, isSample: row.is_sample };
}

/** The source of a platform's slug, where there is one; a dry run makes none. */
export async function knownSource(
  db: Db,
  platformSlug: string,
  format: string,
  name: string,
): Promise<string | undefined> {
  const row = await of(db)
    .selectFrom('catalog.source as s')
    .innerJoin('catalog.platform as p', 'p.id', 's.platform_id')
    .select('s.id')
    .where('p.slug', '=', platformSlug)
    .where('s.format', '=', format)
    .where('s.name', '=', name)
    .executeTakeFirst();
  return row?.id;
}

/** Only one import of a source at a time; false when another one holds it. The lock goes with the transaction. */
export async function lockSource(db: Db, sourceId: string): Promise<boolean> {
  const answer = await sql<{
    got: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${sourceId}, 1)) as got`.execute(of(db));
  return answer.rows[0]?.got ?? false;
}

export interface ImportCounts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  degraded: number;
  gone: number;
  returned: number;
}

export const noCounts = (): ImportCounts => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  degraded: 0,
  gone: 0,
  returned: 0,
});

export interface ProblemRow {
  readonly position: number;
  readonly key?: string;
  readonly title?: string;
  readonly outcome: 'refused' | 'degraded';
  readonly field?: string;
  readonly reason: string;
}

export async function saveProblems(db: Db, importId: string, problems: readonly ProblemRow[]): Promise<void> {
  if (problems.length === 0) return;
  await sql`insert into catalog.import_problem (import_id, position, external_key, title, outcome, field, reason)
    select ${importId}::uuid, position, key, title, outcome, field, reason
    from jsonb_to_recordset(${storableJson(problems)}::jsonb)
      as t(position int, key text, title text, outcome text, field text, reason text)`.execute(of(db));
}
