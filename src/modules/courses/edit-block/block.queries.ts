import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Block, BlockContent } from '../content/blocks.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** A block of the draft as authors work on it. */
export interface DraftedBlock extends Block {
  readonly unitId: string;
  readonly revision: number;
  readonly changedAt: Date;
  /** Name of who wrote it last. */
  readonly changedBy: string | null;
}

const columns = sql`b.id, b.title, b.optional, b.content, b.unit_id as "unitId", b.revision,
  b.changed_at as "changedAt", p.name as "changedBy"`;

export async function findBlock(db: Db, courseId: string, id: string): Promise<DraftedBlock | undefined> {
  const found = await sql<DraftedBlock>`select ${columns} from courses.block b
    left join accounts.public_person p on p.id = b.changed_by
    where b.course_id = ${courseId}::uuid and b.id = ${id} and b.removed_at is null`.execute(of(db));
  return found.rows[0];
}

/** What stands in a unit, in its order. */
export async function blocksOfUnit(db: Db, courseId: string, unitId: string): Promise<DraftedBlock[]> {
  const found = await sql<DraftedBlock>`select ${columns} from courses.block b
    left join accounts.public_person p on p.id = b.changed_by
    where b.course_id = ${courseId}::uuid and b.unit_id = ${unitId} and b.removed_at is null
    order by b.position, b.id`.execute(of(db));
  return found.rows;
}

export interface BlockToWrite {
  readonly courseId: string;
  readonly block: Block;
  readonly at: Date;
  readonly by: string | null;
}

/** At the end of its unit. Sent twice, it is one: false the second time. */
export async function insertBlock(
  db: Db,
  { courseId, block, at, by, unitId }: BlockToWrite & { readonly unitId: string },
): Promise<boolean> {
  const made = await sql<{ id: string }>`
    insert into courses.block (course_id, id, unit_id, position, title, optional, content, changed_at, changed_by)
    select ${courseId}::uuid, ${block.id}, ${unitId}, coalesce(max(position), 0) + 1, ${block.title}, ${block.optional},
      ${JSON.stringify(block.content)}::jsonb, ${at}, ${by}::uuid
    from courses.block where course_id = ${courseId}::uuid and unit_id = ${unitId}
    on conflict (course_id, id) do nothing returning id`.execute(of(db));
  return made.rows.length > 0;
}

/** Writes the block if it is still as it was at `revision`; answers the new revision, or undefined. */
export async function updateBlock(
  db: Db,
  { courseId, block, at, by, revision }: BlockToWrite & { readonly revision: number },
): Promise<number | undefined> {
  const made = await sql<{ revision: number }>`
    update courses.block set title = ${block.title}, optional = ${block.optional},
      content = ${JSON.stringify(block.content)}::jsonb, revision = revision + 1, changed_at = ${at}, changed_by = ${by}::uuid
    where course_id = ${courseId}::uuid and id = ${block.id} and revision = ${revision} and removed_at is null
    returning revision`.execute(of(db));
  return made.rows[0]?.revision;
}

/**
 * Puts what stands in the block into its history. With `since`, only where the same person's last kept state is older
 * than that: what is saved by itself every few seconds is kept every few minutes.
 */
export async function keepBefore(
  db: Db,
  { courseId, id, by, since }: { courseId: string; id: string; by: string | null; since: Date | undefined },
): Promise<void> {
  const rests =
    since === undefined
      ? sql``
      : sql`and not (b.changed_by is not distinct from ${by}::uuid and exists (select from courses.block_history h
          where h.course_id = b.course_id and h.block_id = b.id and h.saved_at > ${since}))`;
  await sql`insert into courses.block_history (course_id, block_id, revision, title, content, saved_at, saved_by)
    select b.course_id, b.id, b.revision, b.title, b.content, b.changed_at, b.changed_by
    from courses.block b where b.course_id = ${courseId}::uuid and b.id = ${id} ${rests}
    on conflict do nothing`.execute(of(db));
}

export interface EarlierBlock {
  readonly revision: number;
  readonly title: string;
  readonly content: BlockContent;
  readonly at: Date;
  readonly by: string | null;
}

/** What a block was, the latest first. */
export async function historyOf(db: Db, courseId: string, id: string, most: number): Promise<EarlierBlock[]> {
  const found = await sql<EarlierBlock>`select h.revision, h.title, h.content, h.saved_at as at, p.name as by
    from courses.block_history h left join accounts.public_person p on p.id = h.saved_by
    where h.course_id = ${courseId}::uuid and h.block_id = ${id} order by h.revision desc limit ${most}`.execute(
    of(db),
  );
  return found.rows;
}
