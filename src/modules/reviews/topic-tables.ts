import type { ColumnType } from 'kysely';
import type { Quote } from './topics/find-topics.ts';

type Json<T> = ColumnType<T, string, string>;

/** `term` is '' in the row that counts all reviews of the language. */
export interface TopicTermTable {
  lang: string;
  term: string;
  reviews: number;
}

export interface TopicTable {
  course_id: string;
  lang: string;
  position: number;
  label: string;
  reviews: number;
  praised: number;
  criticised: number;
  quotes: Json<readonly Quote[]>;
  found_at: Date;
}

export interface TopicTables {
  'reviews.topic_term': TopicTermTable;
  'reviews.topic': TopicTable;
}
