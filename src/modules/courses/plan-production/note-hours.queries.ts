import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';
import type { Minutes, Task } from './tasks.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Time that somebody gave to a course. */
export interface WorkEntry {
  readonly id: string;
  readonly courseId: string;
  /** Null once the person is erased. */
  readonly personId: string | null;
  readonly task: Task;
  /** ISO day. */
  readonly day: string;
  readonly minutes: number;
  readonly note: string;
  readonly isRemoved: boolean;
}

export interface NamedEntry extends WorkEntry {
  readonly name: string | null;
}

const columns = sql`e.id, e.course_id as "courseId", e.person_id as "personId", e.task, e.day, e.minutes, e.note,
  e.removed_at is not null as "isRemoved"`;

export async function entryById(db: Db, id: string): Promise<WorkEntry | undefined> {
  const { rows } =
    await sql<WorkEntry>`select ${columns} from courses.work_entry e where e.id = ${id}::uuid`.execute(
      of(db),
    );
  return rows[0];
}

/** False when an entry of this id is there already. */
export async function insertEntry(db: Db, entry: Omit<WorkEntry, 'isRemoved'>, now: Date): Promise<boolean> {
  const done = await sql`
    insert into courses.work_entry (id, course_id, person_id, task, day, minutes, note, noted_at)
    values (${entry.id}::uuid, ${entry.courseId}::uuid, ${entry.personId}::uuid, ${entry.task}, ${entry.day}::date,
      ${entry.minutes}, ${entry.note}, ${now}::timestamptz) on conflict (id) do nothing`.execute(of(db));
  return (done.numAffectedRows ?? 0n) > 0n;
}

export async function updateEntry(
  db: Db,
  { id, task, day, minutes, note }: Pick<WorkEntry, 'id' | 'task' | 'day' | 'minutes' | 'note'>,
): Promise<void> {
  await sql`update courses.work_entry set task = ${task}, day = ${day}::date, minutes = ${minutes}, note = ${note}
    where id = ${id}::uuid`.execute(of(db));
}

/** Takes an entry out of every sum, or (without an instant) puts it back. */
export async function setEntryRemoved(db: Db, id: string, at: Date | null): Promise<void> {
  await sql`update courses.work_entry set removed_at = ${at}::timestamptz where id = ${id}::uuid`.execute(
    of(db),
  );
}

/** Entries of a course, of one person alone where one is named; the latest day first. */
export async function entriesOf(
  db: Db,
  { courseId, personId, limit, offset }: EntryQuestion,
): Promise<readonly NamedEntry[]> {
  const { rows } = await sql<NamedEntry>`
    select ${columns}, p.name from courses.work_entry e left join accounts.public_person p on p.id = e.person_id
    where e.course_id = ${courseId}::uuid and e.removed_at is null
      and (${personId ?? null}::uuid is null or e.person_id = ${personId ?? null}::uuid)
    order by e.day desc, e.noted_at desc, e.id limit ${limit} offset ${offset}`.execute(of(db));
  return rows;
}

export interface EntryQuestion {
  readonly courseId: string;
  readonly personId: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** What was noted of a course by person and task; entries whose person is erased stand under null. */
export interface NotedBy {
  readonly personId: string | null;
  readonly name: string | null;
  readonly entries: number;
  readonly minutes: Minutes;
}

export async function notedBy(db: Db, courseId: string): Promise<readonly NotedBy[]> {
  const { rows } = await sql<NotedBy>`
    select s.person_id as "personId", p.name, sum(s.entries)::int as entries, jsonb_object_agg(s.task, s.minutes) as minutes
    from (select e.person_id, e.task, sum(e.minutes)::int as minutes, count(*) as entries from courses.work_entry e
      where e.course_id = ${courseId}::uuid and e.removed_at is null group by e.person_id, e.task) s
    left join accounts.public_person p on p.id = s.person_id
    group by s.person_id, p.name order by sum(s.minutes) desc, p.name`.execute(of(db));
  return rows;
}
