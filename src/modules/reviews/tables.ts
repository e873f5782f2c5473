import type { ColumnType, Generated } from 'kysely';
import type { CatalogViews } from '../catalog/index.ts';
import type { CredentialsViews } from '../credentials/index.ts';
import type { ModerationTables } from './moderation-tables.ts';
import type { ProofTables } from './proof-tables.ts';
import type { TopicTables } from './topic-tables.ts';
import type { ImportedSays } from './import-reviews/review-row.ts';
import type { ScoreSettings } from './score-courses/score-settings.ts';

/** Row types of the schema `reviews`. Dates are ISO strings, instants are Date. */
type Json<T> = ColumnType<T, string, string>;

export type Criteria = Partial<Readonly<Record<'content' | 'teaching' | 'exercises' | 'support', number>>>;
export type ReviewState = 'held' | 'published' | 'rejected' | 'withdrawn';
export type Proof = 'none' | 'enrolled' | 'certificate' | 'completed-here';
export type ReviewStatus = 'finished' | 'dropped' | 'under-way';

export type DropReason =
  'time' | 'too-hard' | 'too-easy' | 'content' | 'teaching' | 'technical' | 'price' | 'life' | 'other';

export interface ReviewTable {
  id: string;
  course_id: string;
  came_from: string | null;
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
  drop_reason: DropReason | null;
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
  came_from: string | null;
  rated_on: string;
  stars: number;
  proof: Generated<number>;
  source: string | null;
  external_key: string | null;
  review_id: string | null;
}

export type ReviewRole = 'author' | 'moderator' | 'system';

export interface TransitionTable {
  id: string;
  review_id: string;
  at: Date;
  deed: string;
  person_id: string | null;
  role: ReviewRole;
  why: string;
  from_state: ReviewState | null;
  to_state: ReviewState;
  version: number;
}

/** What a review said: what its author may change. */
export interface ReviewSays {
  readonly stars: number;
  readonly criteria: Criteria;
  readonly hours_a_week: number | null;
  readonly body: string | null;
  readonly pros: string | null;
  readonly cons: string | null;
  readonly for_whom: string | null;
  readonly status: ReviewStatus;
  readonly drop_reason: DropReason | null;
}

export interface EarlierTextTable {
  review_id: string;
  version: number;
  since: Date;
  until: Date;
  says: Json<ReviewSays>;
}

export interface AnswerTable {
  review_id: string;
  provider_id: string;
  provider_name: string;
  person_id: string | null;
  body: string;
  lang: string;
  answered_at: Date;
  edited_at: Date | null;
  edits: Generated<number>;
}

export interface HelpfulVoteTable {
  review_id: string;
  person_id: string;
  voted_at: Date;
}

export interface StagedTable {
  import_id: string;
  position: number;
  course_id: string;
  rated_on: string;
  stars: number;
  proof: number;
  external_key: string | null;
  says: Json<ImportedSays> | null;
}

export interface ScoreParametersTable {
  is_current: Generated<boolean>;
  reference_day: string;
  settings: Json<ScoreSettings>;
  fitted_at: Date;
}

export interface ScoreGroupTable {
  platform: string;
  subject: string;
  prior: number;
  m: number;
  within_variance: number;
  between_variance: number;
  courses: number;
  fitted_courses: number;
  ratings: number;
}

export interface ScoreTable {
  course_id: string;
  mean: number;
  raw_mean: number;
  rating_count: number;
  histogram: readonly number[];
  weighted_count: number;
  star_sum: number;
  square_sum: number;
  weight_square_sum: number;
  platform: string;
  subject: string;
  prior: number;
  m: number;
  percentile: number | null;
  reference_day: string;
  told_mean: number | null;
  told_count: number | null;
}

interface PublicPersonView {
  id: string;
  name: string;
}

/** Everything that queries of reviews may touch; the compiler guards it. */
export interface ReviewsTables
  extends CatalogViews, CredentialsViews, ModerationTables, ProofTables, TopicTables {
  'reviews.review': ReviewTable;
  'reviews.rating': RatingTable;
  'reviews.transition': TransitionTable;
  'reviews.earlier_text': EarlierTextTable;
  'reviews.answer': AnswerTable;
  'reviews.helpful_vote': HelpfulVoteTable;
  'reviews.staged': StagedTable;
  'reviews.score_parameters': ScoreParametersTable;
  'reviews.score_group': ScoreGroupTable;
  'reviews.score': ScoreTable;
  'accounts.public_person': PublicPersonView;
}
