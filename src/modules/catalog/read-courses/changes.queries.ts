import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { FieldChange } from '../resolve-course/changed-fields.ts';
import type { CatalogTables } from '../tables.ts';

/** Where a reader of the changes stands: after this change. Both are read as text: an xid8 may pass 2^53. */
export interface ChangePlace {
  readonly xid: string;
  readonly id: number;
}

export interface ChangeRow extends ChangePlace {
  readonly at: Date;
  readonly kind: 'created' | 'updated' | 'archived' | 'returned' | 'merged' | 'split';
  readonly fields: readonly FieldChange[];
  readonly courseId: string;
  readonly slug: string;
  readonly mergedInto: string | null;
  readonly isSample: boolean;
}

/**
 * The next changes of courses after a place, in the order of their transactions, and only of transactions below the
 * oldest one still running: a transaction that began earlier and commits later can then not be skipped.
 */
export async function changesAfter(
  db: Db,
  place: ChangePlace,
  wish: { readonly samples: boolean; readonly notBefore?: Date | undefined; readonly most: number },
): Promise<ChangeRow[]> {
  const since = wish.notBefore === undefined ? sql`` : sql`and h.at >= ${wish.notBefore}`;
  const samples = wish.samples ? sql`` : sql`and not c.is_sample`;
  const rows = await sql<ChangeRow>`
    select h.xid::text as xid, h.id, h.at, h.kind, h.fields, c.id as "courseId", c.slug, c.merged_into as "mergedInto",
      c.is_sample as "isSample"
    from catalog.course_change h join catalog.course c on c.id = h.course_id
    where (h.xid, h.id) > (${place.xid}::xid8, ${place.id}::bigint)
      and h.xid < pg_snapshot_xmin(pg_current_snapshot()) ${since} ${samples}
    order by h.xid, h.id limit ${wish.most}`.execute(tables<CatalogTables>(db));
  return rows.rows;
}

/** The place after everything that can be read now: what comes later is after it. */
export async function presentPlace(db: Db): Promise<ChangePlace> {
  const rows = await sql<{
    xid: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(tables<CatalogTables>(db));
  return { xid: rows.rows[0]?.xid ?? '0', id: 0 };
}

/** Whether a place was given by this database: a transaction that it has not begun yet is none of its own. */
export async function isKnownPlace(db: Db, place: ChangePlace): Promise<boolean> {
  const rows = await sql<{ known: boolean }>`
    select ${place.xid}::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) as known`.execute(
    tables<CatalogTables>(db),
  );
  return rows.rows[0]?.known ?? false;
}
