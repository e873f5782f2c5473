import type { Generated } from 'kysely';

/** Row types of the schema `lists`. Dates are ISO strings, instants are Date. */
export type Visibility = 'private' | 'link' | 'public';

export interface ListTable {
  id: string;
  owner_id: string;
  title: string;
  description: string | null;
  lang: string;
  is_plan: Generated<boolean>;
  visibility: Generated<Visibility>;
  share_token: string | null;
  calendar_token: string | null;
  slug: string | null;
  shows_name: Generated<boolean>;
  withdrawn_at: Date | null;
  withdrawn_reason: string | null;
  picked_at: Date | null;
  published_at: Date | null;
  is_sample: Generated<boolean>;
  created_at: Date;
  changed_at: Date;
}

export interface ItemTable {
  id: string;
  list_id: string;
  course_id: string;
  title: string;
  position: number;
  note: string | null;
  start_on: string | null;
  hours_a_week: number | null;
  added_at: Date;
  removed_at: Date | null;
}

export type ReportReason = 'advertising' | 'offensive' | 'misleading' | 'personal' | 'other';

export interface ReportTable {
  id: string;
  list_id: string;
  reporter_id: string | null;
  reason: ReportReason;
  words: string | null;
  reported_at: Date;
  decided_at: Date | null;
  decision: 'withdrawn' | 'kept' | null;
}

/** Everything that queries of the lists may touch; the compiler guards it. */
export interface ListsTables {
  'lists.list': ListTable;
  'lists.item': ItemTable;
  'lists.report': ReportTable;
  'accounts.public_person': { id: string; name: string };
}
