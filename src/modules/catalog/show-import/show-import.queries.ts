import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables, ImportState } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface ShownImport {
  readonly id: string;
  readonly sourceId: string;
  readonly platform: string;
  readonly format: string;
  readonly sourceName: string;
  readonly isSample: boolean;
  readonly state: ImportState;
  readonly dryRun: boolean;
  readonly notModified: boolean;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly beatAt: Date | null;
  readonly phase: 'reading' | 'applying' | null;
  readonly phaseAt: Date | null;
  readonly done: number;
  readonly total: number | null;
  readonly location: string;
  readonly actor: string;
  readonly counts: {
    readonly read: number;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly degraded: number;
    readonly gone: number;
    readonly returned: number;
  };
  readonly missing: number;
  /** Courses of the source that are listed: what `missing` is a share of. */
  readonly listed: number;
  readonly incomplete: string | null;
  readonly error: string | null;
  readonly decision: 'gone' | 'kept' | 'overtaken' | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

export async function importToShow(db: Db, id: string): Promise<ShownImport | undefined> {
  const rows = await sql<ShownImport>`
    select i.id, i.source_id as "sourceId", p.name as platform, s.format, s.name as "sourceName", s.is_sample as "isSample",
      i.state, i.dry_run as "dryRun", i.not_modified as "notModified", i.started_at as "startedAt",
      i.finished_at as "finishedAt", i.beat_at as "beatAt", i.phase, i.phase_at as "phaseAt", i.done_count as done,
      i.total_count as total, i.location, i.actor, i.missing_count as missing, i.incomplete, i.error, i.decision,
      i.decided_at as "decidedAt", i.decided_by as "decidedBy",
      case when i.missing_count > 0 then (select count(*)::int from catalog.record r where r.source_id = s.id
        and r.gone_at is null) else 0 end as listed,
      jsonb_build_object('read', i.read_count, 'created', i.created_count, 'updated', i.updated_count,
        'unchanged', i.unchanged_count, 'refused', i.refused_count, 'degraded', i.degraded_count, 'gone', i.gone_count,
        'returned', i.returned_count) as counts
    from catalog.import i join catalog.source s on s.id = i.source_id left join catalog.platform p on p.id = s.platform_id
    where i.id = ${id}`.execute(of(db));
  return rows.rows[0];
}

/** What the list of problems is narrowed to. */
export interface ProblemFilter {
  readonly outcome?: 'refused' | 'degraded' | undefined;
  readonly field?: string | undefined;
}

export interface ProblemKind {
  readonly outcome: 'refused' | 'degraded';
  readonly field: string | null;
  readonly count: number;
}

/** How many problems there are of each kind; items of lists count for their field. */
export async function problemKinds(db: Db, importId: string): Promise<ProblemKind[]> {
  const rows = await sql<ProblemKind>`
    select outcome, regexp_replace(field, '[.\[].*$', '') as field, count(*)::int as count from catalog.import_problem
    where import_id = ${importId} group by 1, 2 order by 1 desc, 3 desc, 2`.execute(of(db));
  return rows.rows;
}

export interface ShownProblem {
  readonly position: number;
  readonly key: string | null;
  readonly title: string | null;
  readonly outcome: 'refused' | 'degraded';
  readonly field: string | null;
  readonly reason: string;
}

const problemColumns = sql`position, external_key as key, title, outcome, field, reason`;

export async function problemsOf(
  db: Db,
  importId: string,
  filter: ProblemFilter,
  page: { readonly size: number; readonly number: number },
): Promise<ShownProblem[]> {
  const rows = await sql<ShownProblem>`select ${problemColumns} from catalog.import_problem
    where import_id = ${importId} and (${filter.outcome ?? null}::text is null or outcome = ${filter.outcome ?? null})
      and (${filter.field ?? null}::text is null or regexp_replace(field, '[.\[].*$', '') = ${filter.field ?? null})
    order by position, field limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(of(db));
  return rows.rows;
}

/** Problems of the records from one place to another, for the report as a file. */
export async function problemsBetween(
  db: Db,
  importId: string,
  from: number,
  below: number,
): Promise<ShownProblem[]> {
  const rows = await sql<ShownProblem>`select ${problemColumns} from catalog.import_problem
    where import_id = ${importId} and position >= ${from} and position < ${below} order by position, field`.execute(
    of(db),
  );
  return rows.rows;
}

export interface MissingRecord {
  readonly key: string;
  readonly title: string;
  readonly slug: string;
  readonly seenAt: Date;
}

/** What this import did not see, while nobody has decided. */
export async function missingRecords(
  db: Db,
  told: { readonly id: string; readonly sourceId: string },
  page: { readonly size: number; readonly number: number },
): Promise<MissingRecord[]> {
  const rows = await sql<MissingRecord>`
    select r.external_key as key, c.title, c.slug, r.seen_at as "seenAt" from catalog.record r
    join catalog.course c on c.id = r.course_id
    where r.source_id = ${told.sourceId} and r.gone_at is null and r.kept_at is null and r.seen_import <> ${told.id}
    order by c.title, r.id limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(of(db));
  return rows.rows;
}

export interface OpenQuestion {
  readonly sourceId: string;
  readonly isSample: boolean;
}

/** The source of an import that waits for an answer, locked until the answer is written. */
export async function questionForUpdate(db: Db, importId: string): Promise<OpenQuestion | undefined> {
  const rows =
    await sql<OpenQuestion>`select i.source_id as "sourceId", s.is_sample as "isSample" from catalog.import i
    join catalog.source s on s.id = i.source_id where i.id = ${importId} and i.state = 'waiting' for update of i`.execute(
      of(db),
    );
  return rows.rows[0];
}

export async function saveDecision(
  db: Db,
  importId: string,
  decision: { answer: 'gone' | 'kept'; by: string; at: Date; gone: number },
): Promise<void> {
  await of(db)
    .updateTable('catalog.import')
    .set({
      state: 'done',
      decision: decision.answer,
      decided_at: decision.at,
      decided_by: decision.by,
      gone_count: decision.gone,
    })
    .where('id', '=', importId)
    .execute();
}
