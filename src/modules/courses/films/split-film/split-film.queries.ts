import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { Block } from '../../content/blocks.ts';
import type { CoursesTables } from '../../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** What a block was before its film was cut. */
export type BlockBefore = Pick<Block, 'title' | 'content'>;

export interface FilmSplit {
  readonly id: string;
  readonly courseId: string;
  readonly blockId: string;
  readonly fileId: string;
  /** Seconds. */
  readonly at: number;
  readonly state: 'waiting' | 'done' | 'failed' | 'undone';
  readonly trouble: string | null;
  readonly before: BlockBefore;
  readonly secondBlockId: string;
}

const columns = sql`id, course_id as "courseId", block_id as "blockId", file_id as "fileId", at, state, trouble, before,
  second_block_id as "secondBlockId"`;

export async function insertSplit(
  db: Db,
  split: Omit<FilmSplit, 'state' | 'trouble'> & { readonly now: Date },
): Promise<void> {
  await sql`insert into courses.film_split (id, course_id, block_id, file_id, at, before, second_block_id, asked_at)
    values (${split.id}::uuid, ${split.courseId}::uuid, ${split.blockId}, ${split.fileId}, ${split.at}::real,
      ${JSON.stringify(split.before)}::jsonb, ${split.secondBlockId}, ${split.now}::timestamptz)`.execute(
    of(db),
  );
}

/** The latest cut of a block's film. */
export async function lastSplit(db: Db, courseId: string, blockId: string): Promise<FilmSplit | undefined> {
  const { rows } = await sql<FilmSplit>`select ${columns} from courses.film_split
    where course_id = ${courseId}::uuid and block_id = ${blockId} order by asked_at desc, id desc limit 1`.execute(
    of(db),
  );
  return rows[0];
}

export interface SplitToDo extends FilmSplit {
  readonly key: string;
  readonly name: string;
}

/** A cut that waits, with the bytes of its film; undefined where it was done. */
export async function splitToDo(db: Db, id: string): Promise<SplitToDo | undefined> {
  const { rows } = await sql<SplitToDo>`select s.id, s.course_id as "courseId", s.block_id as "blockId",
      s.file_id as "fileId", s.at, s.state, s.trouble, s.before, s.second_block_id as "secondBlockId", f.key, f.name
    from courses.film_split s join courses.file f on f.course_id = s.course_id and f.id = s.file_id
    where s.id = ${id}::uuid and s.state = 'waiting'`.execute(of(db));
  return rows[0];
}

export async function failSplit(db: Db, id: string, trouble: string): Promise<void> {
  await sql`update courses.film_split set state = 'failed', trouble = ${trouble}
    where id = ${id}::uuid and state = 'waiting'`.execute(of(db));
}

/** Puts the parts into their blocks, the second right after the first; `before` is what a join gives back. */
export async function placeParts(
  db: Db,
  split: FilmSplit,
  parts: {
    readonly first: BlockBefore;
    readonly second: BlockBefore;
    readonly before: BlockBefore;
    readonly now: Date;
  },
): Promise<void> {
  const { courseId, blockId, secondBlockId } = split;
  await sql`
    update courses.block set title = ${parts.first.title}, content = ${JSON.stringify(parts.first.content)}::jsonb,
      revision = revision + 1, changed_at = ${parts.now}::timestamptz
    where course_id = ${courseId}::uuid and id = ${blockId}`.execute(of(db));
  await sql`update courses.block b set position = b.position + 1 from courses.block first
    where first.course_id = ${courseId}::uuid and first.id = ${blockId} and b.course_id = first.course_id
      and b.unit_id = first.unit_id and b.position > first.position`.execute(of(db));
  await sql`
    insert into courses.block (course_id, id, unit_id, position, title, optional, content, changed_at)
    select course_id, ${secondBlockId}, unit_id, position + 1, ${parts.second.title}, optional,
      ${JSON.stringify(parts.second.content)}::jsonb, ${parts.now}::timestamptz
    from courses.block where course_id = ${courseId}::uuid and id = ${blockId}`.execute(of(db));
  await sql`update courses.film_split set state = 'done', before = ${JSON.stringify(parts.before)}::jsonb
    where id = ${split.id}::uuid`.execute(of(db));
}

/** The first block is what it was, the second one goes. */
export async function putBack(
  db: Db,
  split: FilmSplit,
  { by, now }: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  const { courseId, blockId, secondBlockId, before } = split;
  await sql`
    update courses.block set title = ${before.title}, content = ${JSON.stringify(before.content)}::jsonb,
      revision = revision + 1, changed_at = ${now}::timestamptz, changed_by = ${by}::uuid
    where course_id = ${courseId}::uuid and id = ${blockId}`.execute(of(db));
  await sql`update courses.block set removed_at = ${now}::timestamptz
    where course_id = ${courseId}::uuid and id = ${secondBlockId}`.execute(of(db));
  await sql`update courses.film_split set state = 'undone' where id = ${split.id}::uuid`.execute(of(db));
}
