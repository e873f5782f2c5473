import type { ColumnType } from 'kysely';
import type { CatalogViews } from '../catalog/index.ts';
import type { ReviewsViews } from '../reviews/index.ts';

/** Row types of the schema `insights`. Dates are ISO strings, instants are Date. */
export interface FiguresTable {
  name: string;
  data: ColumnType<unknown, string, string>;
  made_at: Date;
}

export const rankingKinds = ['best', 'reviewed', 'followed'] as const;
export type RankingKind = (typeof rankingKinds)[number];

export interface RankingTable {
  month: string;
  kind: RankingKind;
  subject: string;
  language: string;
  place: number;
  course_id: string;
  value: number;
  ratings: number;
  made_at: Date;
}

/** Confirmed followers of a topic. */
export interface TopicFollowerCountView {
  kind: string;
  subject: string;
  followers: number;
}

/** Everything that queries of figures may touch; the compiler guards it. */
export interface InsightsTables extends CatalogViews, ReviewsViews {
  'insights.figures': FiguresTable;
  'insights.ranking': RankingTable;
  'notify.topic_follower_count': TopicFollowerCountView;
}
