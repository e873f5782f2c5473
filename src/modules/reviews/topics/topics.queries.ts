import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { FoundTopic, Quote, ReadReview } from './find-topics.ts';

const of = (db: Db) => tables<unknown>(db);
/** Of courses with more, the latest are read. */
const mostReviews = 2000;

export interface StoredText extends ReadReview {
  readonly lang: string;
}

const says = sql`jsonb_build_object('body', r.body, 'pros', r.pros, 'cons', r.cons, 'forWhom', r.for_whom) as texts`;
const hasWords = sql`coalesce(r.body, r.pros, r.cons, r.for_whom) is not null`;

/** Published texts of a course, in every language. */
export async function textsOfCourse(db: Db, courseId: string): Promise<StoredText[]> {
  const rows =
    await sql<StoredText>`select r.id, split_part(r.lang, '-', 1) as lang, r.stars, ${says} from reviews.review r
    where r.course_id = ${courseId}::uuid and r.state = 'published' and ${hasWords}
    order by r.written_at desc, r.id limit ${mostReviews}`.execute(of(db));
  return rows.rows;
}

/** Published texts of everything, some at a time, by id. */
export async function textsAfter(db: Db, id: string | undefined, most: number): Promise<StoredText[]> {
  const rows =
    await sql<StoredText>`select r.id, split_part(r.lang, '-', 1) as lang, r.stars, ${says} from reviews.review r
    where r.state = 'published' and ${hasWords} and (${id ?? null}::uuid is null or r.id > ${id ?? null}::uuid)
    order by r.id limit ${most}`.execute(of(db));
  return rows.rows;
}

/** How often these terms are used in a language; '' counts all reviews. */
export async function termCounts(
  db: Db,
  lang: string,
  terms: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql<{ term: string; reviews: number }>`select term, reviews from reviews.topic_term
    where lang = ${lang} and term = any(${[...terms, '']}::text[])`.execute(of(db));
  return new Map(rows.rows.map(({ term, reviews }) => [term, reviews]));
}

/** Replaces the counts of a language. */
export async function saveTermCounts(
  db: Db,
  lang: string,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  await sql`delete from reviews.topic_term where lang = ${lang}`.execute(of(db));
  await sql`insert into reviews.topic_term (lang, term, reviews)
    select ${lang}, * from unnest(${[...counts.keys()]}::text[], ${[...counts.values()]}::int[])`.execute(
    of(db),
  );
}

/** Replaces the topics of a course. */
export async function saveTopics(
  db: Db,
  courseId: string,
  found: readonly (FoundTopic & { readonly lang: string; readonly position: number })[],
  now: Date,
): Promise<void> {
  await sql`delete from reviews.topic where course_id = ${courseId}::uuid`.execute(of(db));
  if (found.length === 0) return;
  await sql`insert into reviews.topic (course_id, lang, position, label, reviews, praised, criticised, quotes, found_at)
    select ${courseId}::uuid, lang, position, label, reviews, praised, criticised, quotes, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as t(lang text, position smallint, label text, reviews int, praised int, criticised int, quotes jsonb)`.execute(
    of(db),
  );
}

export interface CourseTopic {
  readonly lang: string;
  readonly label: string;
  readonly reviews: number;
  readonly praised: number;
  readonly criticised: number;
  readonly quotes: readonly Quote[];
}

/** What reviewers of a course speak about, in each language; sentences of reviews that are gone since are left out. */
export async function topicsOf(db: Db, courseId: string): Promise<CourseTopic[]> {
  const rows = await sql<CourseTopic>`
    select t.lang, t.label, t.reviews, t.praised, t.criticised,
      (select coalesce(jsonb_agg(q order by place), '[]') from jsonb_array_elements(t.quotes) with ordinality as e(q, place)
        join reviews.review r on r.id = (q ->> 'reviewId')::uuid and r.state = 'published') as quotes
    from reviews.topic t where t.course_id = ${courseId}::uuid
    order by (count(*) over (partition by t.lang)) desc, t.lang, t.position`.execute(of(db));
  return rows.rows;
}

/** Courses that have topics, or reviews enough for some. */
export async function coursesWithTexts(db: Db, fewest: number): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select course_id as id from reviews.review r where r.state = 'published' and ${hasWords}
    group by course_id having count(*) >= ${fewest}
    union select course_id from reviews.topic`.execute(of(db));
  return rows.rows.map(({ id }) => id);
}

export interface TopicCourse {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
}

export async function topicCourse(db: Db, slug: string): Promise<TopicCourse | undefined> {
  const rows = await sql<TopicCourse>`
    select id, title, slug from catalog.listing where slug = ${slug} and state <> 'merged'`.execute(of(db));
  return rows.rows[0];
}
