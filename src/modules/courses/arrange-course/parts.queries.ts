import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';
import type { PartKind, PartPlace } from './draft-outline.ts';

const of = (db: Db) => tables<CoursesTables>(db);

const table: Readonly<Record<PartKind, RawBuilder<unknown>>> = {
  sections: sql`courses.section`,
  units: sql`courses.unit`,
  blocks: sql`courses.block`,
};
/** Column that says in what a part stands; sections stand in the course. */
const parent: Readonly<Record<PartKind, RawBuilder<unknown>>> = {
  sections: sql`course_id::text`,
  units: sql`section_id`,
  blocks: sql`unit_id`,
};
const parentColumn = { units: sql`section_id`, blocks: sql`unit_id` } as const;

export interface FoundPart {
  readonly parent: string;
  readonly title: string;
  readonly removedAt: Date | null;
}

/** A part of the draft, whether it stands there or was taken out. */
export async function findPart(db: Db, { courseId, kind, part }: PartPlace): Promise<FoundPart | undefined> {
  const title = kind === 'blocks' ? sql`title` : sql`content ->> 'title'`;
  const found =
    await sql<FoundPart>`select ${parent[kind]} as parent, ${title} as title, removed_at as "removedAt"
    from ${table[kind]} where course_id = ${courseId}::uuid and id = ${part}`.execute(of(db));
  return found.rows[0];
}

/** Ids of the parts that stand in one parent, in their order. */
export async function siblings(
  db: Db,
  { courseId, kind }: Pick<PartPlace, 'courseId' | 'kind'>,
  parentId: string,
): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from ${table[kind]}
    where course_id = ${courseId}::uuid and ${parent[kind]} = ${parentId} and removed_at is null
    order by position, id`.execute(of(db));
  return found.rows.map(({ id }) => id);
}

/** Parts in which parts of this kind may stand, in the order of the draft. */
export async function parentsOf(db: Db, courseId: string, kind: 'units' | 'blocks'): Promise<string[]> {
  const rows =
    kind === 'units'
      ? sql<{ id: string }>`select id from courses.section where course_id = ${courseId}::uuid
          and removed_at is null order by position, id`
      : sql<{
          id: string;
        }>`select u.id from courses.unit u join courses.section s on s.course_id = u.course_id
          and s.id = u.section_id where u.course_id = ${courseId}::uuid and u.removed_at is null and s.removed_at is null
          order by s.position, s.id, u.position, u.id`;
  const found = await rows.execute(of(db));
  return found.rows.map(({ id }) => id);
}

/** Puts the parts in this order, into this parent. */
export async function orderParts(
  db: Db,
  { courseId, kind }: Pick<PartPlace, 'courseId' | 'kind'>,
  { parentId, ids }: { readonly parentId: string; readonly ids: readonly string[] },
): Promise<void> {
  const into = kind === 'sections' ? sql`` : sql`, ${parentColumn[kind]} = ${parentId}`;
  await sql`update ${table[kind]} p set position = t.place ${into}
    from unnest(${ids}::text[]) with ordinality as t(id, place)
    where p.course_id = ${courseId}::uuid and p.id = t.id`.execute(of(db));
}

/** Takes a part out, or puts it back where it stood. */
export async function markRemoved(
  db: Db,
  { courseId, kind, part }: PartPlace,
  removedAt: Date | null,
): Promise<void> {
  await sql`update ${table[kind]} set removed_at = ${removedAt}
    where course_id = ${courseId}::uuid and id = ${part}`.execute(of(db));
}

export interface NewPart {
  readonly courseId: string;
  readonly id: string;
  readonly content: object;
}

/** A section at the end of the course. Sent twice, it is one. */
export async function insertSection(db: Db, { courseId, id, content }: NewPart): Promise<void> {
  await sql`insert into courses.section (course_id, id, position, content)
    select ${courseId}::uuid, ${id}, coalesce(max(position), 0) + 1, ${JSON.stringify(content)}::jsonb
    from courses.section where course_id = ${courseId}::uuid
    on conflict (course_id, id) do nothing`.execute(of(db));
}

/** A unit at the end of a section. Sent twice, it is one. */
export async function insertUnit(
  db: Db,
  { courseId, id, content, sectionId }: NewPart & { readonly sectionId: string },
): Promise<void> {
  await sql`insert into courses.unit (course_id, id, section_id, position, content)
    select ${courseId}::uuid, ${id}, ${sectionId}, coalesce(max(position), 0) + 1, ${JSON.stringify(content)}::jsonb
    from courses.unit where course_id = ${courseId}::uuid and section_id = ${sectionId}
    on conflict (course_id, id) do nothing`.execute(of(db));
}

/** What a section or a unit says of itself, without what stands in it. */
export async function contentOfPart(
  db: Db,
  { courseId, kind, part }: PartPlace & { readonly kind: 'sections' | 'units' },
): Promise<unknown> {
  const found = await sql<{ content: unknown }>`select content from ${table[kind]}
    where course_id = ${courseId}::uuid and id = ${part} and removed_at is null`.execute(of(db));
  return found.rows[0]?.content;
}

export async function setContent(
  db: Db,
  { courseId, kind, part }: PartPlace & { readonly kind: 'sections' | 'units' },
  content: object,
): Promise<void> {
  await sql`update ${table[kind]} set content = ${JSON.stringify(content)}::jsonb
    where course_id = ${courseId}::uuid and id = ${part}`.execute(of(db));
}

/** Copies the blocks of a unit into another, each under the id that `ids` gives it. */
export async function copyBlocks(
  db: Db,
  courseId: string,
  {
    ids,
    unitId,
    at,
    by,
  }: {
    readonly ids: ReadonlyMap<string, string>;
    readonly unitId: string;
    readonly at: Date;
    readonly by: string | null;
  },
): Promise<void> {
  await sql`insert into courses.block (course_id, id, unit_id, position, title, optional, content, changed_at, changed_by)
    select b.course_id, t.next, ${unitId}, b.position, b.title, b.optional, b.content, ${at}, ${by}::uuid
    from unnest(${[...ids.keys()]}::text[], ${[...ids.values()]}::text[]) as t(id, next)
    join courses.block b on b.course_id = ${courseId}::uuid and b.id = t.id
    on conflict (course_id, id) do nothing`.execute(of(db));
}
