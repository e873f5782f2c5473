import type { ColumnType, Generated } from 'kysely';
import type { CatalogViews } from '../catalog/index.ts';

/** Row types of the schema `reviews`. Dates are ISO strings, instants are Date. */
type Json<T> = ColumnType<T, string, string>;

export type Criteria = Partial<Readonly<Record<'content' | 'teaching' | 'exercises' | 'support', number>>>;
export type ReviewState = 'held' | 'published' | 'rejected' | 'withdrawn';
export type Proof = 'none' | 'enrolled' | 'certificate' | 'completed-here';
export type ReviewStatus = 'finished' | 'dropped' | 'under-way';

export interface ReviewTable {
  id: string;
  course_id: string;
  run_id: string | null;
  run_label: string | null;
  person_id: string | null;
  source: string | null;
  external_key: string | null;
  lang: string;
  stars: number;
  criteria: Json<Criteria>;
  hours_a_week: number | null;
  body: string | null;
  pros: string | null;
  cons: string | null;
  for_whom: string | null;
  status: ReviewStatus;
  drop_reason: string | null;
  experienced_on: string | null;
  is_anonymous: Generated<boolean>;
  proof: Generated<Proof>;
  state: ReviewState;
  version: Generated<number>;
  helpful_count: Generated<number>;
  written_at: Date;
  edited_at: Date | null;
  published_at: Date | null;
  is_sample: Generated<boolean>;
}

export interface RatingTable {
  id: Generated<number>;
  course_id: string;
  rated_on: string;
  stars: number;
  proof: Generated<number>;
  source: string | null;
  external_key: string | null;
  review_id: string | null;
}

interface PublicPersonView {
  id: string;
  name: string;
}

/** Everything that queries of reviews may touch; the compiler guards it. */
export interface ReviewsTables extends CatalogViews {
  'reviews.review': ReviewTable;
  'reviews.rating': RatingTable;
  'accounts.public_person': PublicPersonView;
}
