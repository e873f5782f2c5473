import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Criteria, DropReason, Proof, ReviewStatus, ReviewsTables } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

/** A published review as it leaves: nobody's name is in it. */
export interface ExportedReview {
  readonly id: string;
  readonly course: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly url: string | null;
    readonly platform: string;
  };
  readonly stars: number;
  /** ISO day. */
  readonly date: string;
  readonly language: string;
  readonly body: string | null;
  readonly pros: string | null;
  readonly cons: string | null;
  readonly forWhom: string | null;
  readonly status: ReviewStatus;
  readonly dropReason: DropReason | null;
  /** YYYY-MM. */
  readonly experiencedOn: string | null;
  readonly run: string | null;
  readonly hoursPerWeek: number | null;
  readonly criteria: Criteria;
  readonly proof: Proof;
  readonly anonymous: boolean;
}

export interface ExportWalk {
  /** Slug of the only platform whose courses are wanted. */
  readonly platform?: string;
  readonly samples: boolean;
}

/** The next published reviews by id. */
export async function reviewsAfter(
  db: Db,
  { platform, samples }: ExportWalk,
  after: string | undefined,
  most: number,
): Promise<ExportedReview[]> {
  const { rows } = await sql<ExportedReview>`
    select v.id, jsonb_build_object('id', l.id, 'slug', l.slug, 'title', l.title, 'url', l.url,
        'platform', l.platform_slug) as course,
      v.stars, (v.written_at at time zone 'UTC')::date as date, v.lang as language, v.body, v.pros, v.cons,
      v.for_whom as "forWhom", v.status, v.drop_reason as "dropReason", to_char(v.experienced_on, 'YYYY-MM') as "experiencedOn",
      v.run_label as run, v.hours_a_week as "hoursPerWeek", v.criteria, v.proof, v.is_anonymous as anonymous
    from reviews.review v join catalog.listing l on l.id = v.course_id
    where v.state = 'published' ${after === undefined ? sql`` : sql`and v.id > ${after}::uuid`}
      ${platform === undefined ? sql`` : sql`and l.platform_slug = ${platform}`}
      ${samples ? sql`` : sql`and not v.is_sample and not l.is_sample`}
    order by v.id limit ${most}`.execute(of(db));
  return rows;
}
