import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ListsTables, ReportReason } from '../tables.ts';

const of = (db: Db) => tables<ListsTables>(db);

export interface NewReport {
  readonly id: string;
  readonly listId: string;
  readonly reporterId: string | undefined;
  readonly reason: ReportReason;
  readonly words: string | null;
  readonly at: Date;
}

export async function insertReport(db: Db, report: NewReport): Promise<void> {
  await of(db)
    .insertInto('lists.report')
    .values({
      id: report.id,
      list_id: report.listId,
      reporter_id: report.reporterId ?? null,
      reason: report.reason,
      words: report.words,
      reported_at: report.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export interface ListToModerate {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly description: string | null;
  readonly ownerName: string;
  readonly courses: number;
  readonly pickedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  /** Not answered yet, the oldest first. */
  readonly reports: readonly {
    readonly reason: ReportReason;
    readonly words: string | null;
    readonly at: string;
  }[];
}

export type Shelf = 'reported' | 'public' | 'withdrawn';

/** Lists that moderators look at; those reported first are first. */
export async function listsToModerate(db: Db, shelf: Shelf, most: number): Promise<ListToModerate[]> {
  const condition = {
    reported: sql`exists (select 1 from lists.report r where r.list_id = l.id and r.decided_at is null)`,
    public: sql`l.visibility = 'public' and l.withdrawn_at is null`,
    withdrawn: sql`l.withdrawn_at is not null`,
  }[shelf];
  const rows = await sql<ListToModerate>`
    select l.id, l.slug, l.title, l.lang, l.description, p.name as "ownerName", l.picked_at as "pickedAt",
      l.withdrawn_at as "withdrawnAt", l.withdrawn_reason as "withdrawnReason",
      (select count(*)::int from lists.item i where i.list_id = l.id and i.removed_at is null) as courses,
      coalesce((select jsonb_agg(jsonb_build_object('reason', r.reason, 'words', r.words, 'at', r.reported_at)
        order by r.reported_at) from lists.report r where r.list_id = l.id and r.decided_at is null), '[]') as reports
    from lists.list l join accounts.public_person p on p.id = l.owner_id
    where l.slug is not null and ${condition}
    order by (select min(r.reported_at) from lists.report r where r.list_id = l.id and r.decided_at is null),
      l.published_at desc, l.id limit ${most}`.execute(of(db));
  return rows.rows;
}

/** Whose list this is. */
export async function ownerOf(db: Db, id: string): Promise<string | undefined> {
  const rows = await sql<{ ownerId: string }>`
    select owner_id as "ownerId" from lists.list where id = ${id}::uuid`.execute(of(db));
  return rows.rows[0]?.ownerId;
}

/** Takes a list down, or puts it back. Returns whether anything changed. */
export async function setWithdrawn(
  db: Db,
  id: string,
  withdrawn: { readonly at: Date; readonly reason: string } | undefined,
): Promise<boolean> {
  const rows = await sql<{ id: string }>`update lists.list
    set withdrawn_at = ${withdrawn?.at ?? null}, withdrawn_reason = ${withdrawn?.reason ?? null},
      picked_at = case when ${withdrawn === undefined} then picked_at end
    where id = ${id}::uuid and slug is not null and (withdrawn_at is null) = ${withdrawn !== undefined}
    returning id`.execute(of(db));
  return rows.rows.length > 0;
}

/** Answers every open report of a list. */
export async function decideReports(
  db: Db,
  listId: string,
  decided: { readonly at: Date; readonly decision: 'withdrawn' | 'kept' },
): Promise<number> {
  const rows = await sql<{ id: string }>`update lists.report
    set decided_at = ${decided.at}, decision = ${decided.decision}
    where list_id = ${listId}::uuid and decided_at is null returning id`.execute(of(db));
  return rows.rows.length;
}

/** Only what everybody can read can be chosen. Returns whether anything changed. */
export async function setPicked(db: Db, id: string, at: Date | null): Promise<boolean> {
  const rows = await sql<{ id: string }>`update lists.list set picked_at = ${at}
    where id = ${id}::uuid and visibility = 'public' and withdrawn_at is null returning id`.execute(of(db));
  return rows.rows.length > 0;
}
