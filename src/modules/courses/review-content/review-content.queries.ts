import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';
import { concerns } from '../demand-sign-offs/demands.queries.ts';
import { type ReviewRule, type ReviewStanding, type SignOffPart, strictest } from './review-standing.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Comments about what stands in the draft: a block that was removed takes its comments along until it comes back. */
const liveComments = sql`courses.review_comment m
  join courses.block b on b.course_id = m.course_id and b.id = m.block_id and b.removed_at is null
  join courses.unit u on u.course_id = b.course_id and u.id = b.unit_id and u.removed_at is null
  join courses.section s on s.course_id = u.course_id and s.id = u.section_id and s.removed_at is null`;

/** Where the review of a course stands, in one statement. */
export async function reviewStanding(db: Db, courseId: string): Promise<ReviewStanding> {
  const { rows } = await sql<
    Omit<ReviewStanding, 'rule' | 'request'> & { request: ReviewStanding['request'] | null }
  >`
    select c.revision, c.under_construction as "underConstruction",
      jsonb_build_object('signOffs', coalesce(r.sign_offs, 0), 'committee', coalesce(r.committee, 0)) as "ownRule",
      (select coalesce(jsonb_agg(jsonb_build_object('name', d.name, 'signOffs', d.sign_offs, 'committee', d.committee)
        order by d.provider), '[]') from courses.review_demand d where ${concerns}) as demands,
      (select jsonb_build_object('revision', q.revision, 'personId', q.asked_by, 'name', p.name)
        from courses.review_request q left join accounts.public_person p on p.id = q.asked_by
        where q.course_id = c.id order by q.revision desc limit 1) as request,
      (select coalesce(jsonb_agg(jsonb_build_object('revision', o.revision, 'part', o.part, 'personId', o.signed_by,
          'name', p.name) order by o.revision desc, o.signed_at), '[]')
        from (select * from courses.sign_off where course_id = c.id order by revision desc, signed_at limit 40) o
        left join accounts.public_person p on p.id = o.signed_by) as "signOffs",
      (select count(*)::int from ${liveComments}
        where m.course_id = c.id and m.kind = 'request' and m.settled_at is null) as "openRequests"
    from courses.course c left join courses.review_rule r on r.course_id = c.id
    where c.id = ${courseId}::uuid`.execute(of(db));
  const [found] = rows;
  if (!found) throw new Error(`no course ${courseId}`);
  const rule = strictest([found.ownRule, ...found.demands]);
  return { ...found, rule, request: found.request ?? undefined };
}

/** A comment about a block, with where it stands. Names are null for accounts that are gone. */
export interface ReviewComment {
  readonly id: string;
  readonly kind: 'remark' | 'request';
  readonly text: string;
  readonly writtenBy: string | null;
  readonly name: string | null;
  readonly answer: string | null;
  readonly answerer: string | null;
  readonly blockId: string;
  readonly blockTitle: string;
  readonly blockType: string;
  readonly unitId: string;
  readonly unitTitle: string;
}

/** Open comments in the order of the draft; at most 200, `id` alone for one of them. */
export async function openComments(db: Db, courseId: string, id?: string): Promise<ReviewComment[]> {
  const { rows } = await sql<ReviewComment>`
    select m.id, m.kind, m.text, m.written_by as "writtenBy", w.name, m.answer, a.name as answerer, b.id as "blockId",
      b.title as "blockTitle", b.type as "blockType", u.id as "unitId", u.content ->> 'title' as "unitTitle"
    from ${liveComments} left join accounts.public_person w on w.id = m.written_by
    left join accounts.public_person a on a.id = m.answered_by
    where m.course_id = ${courseId}::uuid and m.settled_at is null
      and (${id ?? null}::uuid is null or m.id = ${id ?? null}::uuid)
    order by s.position, s.id, u.position, u.id, b.position, b.id, m.written_at, m.id limit 200`.execute(
    of(db),
  );
  return rows;
}

export interface NewComment {
  readonly id: string;
  readonly courseId: string;
  readonly blockId: string;
  readonly kind: 'remark' | 'request';
  readonly text: string;
  readonly by: string | undefined;
  readonly now: Date;
}

/** Keeps a comment once however often its form is sent; false where the draft has no such block. */
export async function insertComment(db: Db, comment: NewComment): Promise<boolean> {
  const { id, courseId, blockId, kind, text, by, now } = comment;
  const { rows } = await sql<{ id: string }>`
    with block as (select course_id, id from courses.block
      where course_id = ${courseId}::uuid and id = ${blockId} and removed_at is null),
    made as (insert into courses.review_comment (id, course_id, block_id, kind, text, written_at, written_by)
      select ${id}::uuid, course_id, id, ${kind}, ${text}, ${now}::timestamptz, ${by ?? null}::uuid from block
      on conflict (id) do nothing)
    select id from block`.execute(of(db));
  return rows.length > 0;
}

interface Deed {
  readonly id: string;
  readonly by: string | undefined;
}

export async function setAnswer(db: Db, { id, by }: Deed, answer: string): Promise<void> {
  await of(db)
    .updateTable('courses.review_comment')
    .set({ answer, answered_by: by ?? null })
    .where('id', '=', id)
    .execute();
}

export async function settle(db: Db, { id, by }: Deed, now: Date): Promise<void> {
  await of(db)
    .updateTable('courses.review_comment')
    .set({ settled_at: now, settled_by: by ?? null })
    .where('id', '=', id)
    .execute();
}

interface StateOfDraft {
  readonly courseId: string;
  readonly revision: number;
  readonly by: string | undefined;
  readonly now: Date;
}

/** Who asked first for a state of the draft stays the one who asked. */
export async function insertRequest(db: Db, { courseId, revision, by, now }: StateOfDraft): Promise<void> {
  await of(db)
    .insertInto('courses.review_request')
    .values({ course_id: courseId, revision, asked_at: now, asked_by: by ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A second sign-off by the same person changes nothing. */
export async function insertSignOff(
  db: Db,
  {
    id,
    courseId,
    revision,
    part,
    by,
    now,
  }: StateOfDraft & { readonly id: string; readonly part: SignOffPart },
): Promise<void> {
  await of(db)
    .insertInto('courses.sign_off')
    .values({ id, course_id: courseId, revision, part, signed_at: now, signed_by: by ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function setRule(db: Db, courseId: string, { signOffs, committee }: ReviewRule): Promise<void> {
  await sql`insert into courses.review_rule (course_id, sign_offs, committee)
    values (${courseId}::uuid, ${signOffs}, ${committee})
    on conflict (course_id) do update set sign_offs = excluded.sign_offs, committee = excluded.committee`.execute(
    of(db),
  );
}

/** Whether learners are told that the course was opened early. */
export async function setUnderConstruction(db: Db, courseId: string, isIt: boolean): Promise<void> {
  await of(db)
    .updateTable('courses.course')
    .set({ under_construction: isIt })
    .where('id', '=', courseId)
    .execute();
}
