import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';
import type { SampleText } from './sample-texts.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

/** The first sample courses of each language. */
export async function sampleCourses(
  db: Db,
  langs: readonly string[],
  most: number,
): Promise<{ id: string; lang: string }[]> {
  const { rows } = await sql<{ id: string; lang: string }>`
    select id, lang from (select id, language as lang, row_number() over (partition by language order by n) as place
      from catalog.listing where is_sample and state = 'listed' and language = any(${langs}::text[])) l
    where place <= ${most} order by lang, place`.execute(of(db));
  return rows;
}

interface NewSample extends SampleText {
  readonly id: string;
  readonly courseId: string;
  readonly lang: string;
  readonly key: string;
  /** ISO day. */
  readonly writtenOn: string;
}

/** False when it is there already. */
export async function insertSample(db: Db, sample: NewSample): Promise<boolean> {
  const writtenAt = new Date(`${sample.writtenOn}T09:00:00Z`);
  const made = await of(db)
    .insertInto('reviews.review')
    .values({
      id: sample.id,
      course_id: sample.courseId,
      source: 'sample',
      external_key: sample.key,
      lang: sample.lang,
      stars: sample.stars,
      status: sample.status,
      drop_reason: sample.dropReason ?? null,
      criteria: JSON.stringify(sample.criteria),
      hours_a_week: sample.hours,
      body: sample.body,
      pros: sample.pros ?? null,
      cons: sample.cons ?? null,
      for_whom: sample.forWhom ?? null,
      proof: sample.proof,
      experienced_on: `${sample.writtenOn.slice(0, 7)}-01`,
      state: 'published',
      helpful_count: sample.helpful,
      written_at: writtenAt,
      published_at: writtenAt,
      is_sample: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Deletes samples, and everything about sample courses; returns the courses that had ratings of them. */
export async function deleteSamples(db: Db): Promise<string[]> {
  const { rows } = await sql<{ course_id: string }>`
    with samples as (select id from catalog.listing where is_sample),
    reviews as (delete from reviews.review
      where is_sample or course_id in (select id from samples) returning course_id),
    ratings as (delete from reviews.rating where course_id in (select id from samples) returning course_id)
    select course_id from reviews union select course_id from ratings`.execute(of(db));
  return rows.map((row) => row.course_id);
}
