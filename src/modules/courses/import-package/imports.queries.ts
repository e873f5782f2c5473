import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { storableJson, storableText } from '../../../platform/db/storable-text.ts';
import type { CoursesTables } from '../tables.ts';
import { packageReport, type PackageReport } from './package-report.ts';

type State = 'waiting' | 'reading' | 'done' | 'refused';

export interface ImportToRead {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  /** Key of the package in the storage. */
  readonly source: string | null;
  readonly by: string | null;
}

export interface ShownImport extends ImportToRead {
  readonly courseId: string | null;
  readonly format: string;
  readonly report: PackageReport;
  readonly at: Date;
  /** Files kept, of how many. */
  readonly done: number;
  readonly total: number;
}

export async function insertImport(
  db: Db,
  given: { id: string; name: string; source: string; bytes: number; by: string | null; now: Date },
): Promise<void> {
  await sql`insert into courses.import (id, format, name, report, at, by, state, source, bytes)
    values (${given.id}::uuid, '', ${storableText(given.name)}, '{}', ${given.now}, ${given.by}::uuid, 'waiting',
      ${given.source}, ${given.bytes})`.execute(tables<CoursesTables>(db));
}

export async function importById(db: Db, id: string): Promise<ShownImport | undefined> {
  const { rows } =
    await sql<ShownImport>`select id, name, state, source, by, course_id as "courseId", format, report,
      at, done, total
    from courses.import where id = ${id}::uuid`.execute(tables<CoursesTables>(db));
  const [row] = rows;
  return row && { ...row, report: packageReport.parse(row.report) };
}

export interface ListedImport {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly title: string | null;
  readonly at: Date;
}

/** Somebody's imports, or everybody's, the latest first. */
export async function importsOf(
  db: Db,
  by: string | undefined,
  most: number,
): Promise<readonly ListedImport[]> {
  const { rows } = await sql<ListedImport>`select id, name, state, report ->> 'title' as title, at
    from courses.import where ${by === undefined ? sql`true` : sql`by = ${by}::uuid`}
    order by at desc, id desc limit ${most}`.execute(tables<CoursesTables>(db));
  return rows;
}

/** Takes an import that waits, or whose worker was killed; undefined when there is nothing left to do. */
export async function beginImport(db: Db, id: string): Promise<ImportToRead | undefined> {
  const { rows } = await sql<ImportToRead>`update courses.import set state = 'reading', done = 0, total = 0
    where id = ${id}::uuid and state in ('waiting', 'reading')
    returning id, name, state, source, by`.execute(tables<CoursesTables>(db));
  return rows[0];
}

/** Whether it is still to be done, kept for this transaction alone. */
export async function lockImport(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<
    Pick<ImportToRead, 'state'>
  >`select state from courses.import where id = ${id}::uuid
    for update`.execute(tables<CoursesTables>(db));
  return rows[0]?.state === 'reading';
}

export async function tellProgress(db: Db, id: string, done: number, total: number): Promise<void> {
  await sql`update courses.import set done = ${done}, total = ${total} where id = ${id}::uuid`.execute(
    tables<CoursesTables>(db),
  );
}

export async function refuseImport(db: Db, id: string, report: PackageReport): Promise<void> {
  await sql`update courses.import set state = 'refused', source = null, report = ${storableJson(report)}::jsonb
    where id = ${id}::uuid`.execute(tables<CoursesTables>(db));
}

/** Whether bytes in the storage are still named: the same content put twice is one file. */
export async function isNamed(db: Db, key: string): Promise<boolean> {
  const { rows } = await sql<{
    named: boolean;
  }>`select exists (select from courses.import where source = ${key})
    or exists (select from courses.file where key = ${key}) as named`.execute(tables<CoursesTables>(db));
  return rows[0]?.named === true;
}
