import type { ColumnType } from 'kysely';

export interface UnsettledChangeTable {
  course_id: string;
  field: string;
  before: ColumnType<object | string | null, string | null, string | null>;
  since: Date;
  due_at: Date;
}

/** What the news of courses stand on. */
export interface NewsTables {
  'catalog.unsettled_change': UnsettledChangeTable;
}
