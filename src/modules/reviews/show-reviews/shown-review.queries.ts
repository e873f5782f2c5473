import { sql } from 'kysely';
import type { Criteria, DropReason, Proof, ReviewState, ReviewStatus } from '../tables.ts';

/** Who wrote it, as everybody sees them. */
export type Author =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'source'; readonly name: string }
  | { readonly kind: 'anonymous' | 'former' | 'sample' };

export interface ShownAnswer {
  readonly provider: string;
  readonly body: string;
  readonly lang: string;
  readonly at: string;
  readonly editedAt: string | null;
}

/** A review as its readers meet it. */
export interface ShownReview {
  readonly id: string;
  readonly state: ReviewState;
  readonly stars: number;
  readonly criteria: Criteria;
  readonly hoursAWeek: number | null;
  readonly body: string | null;
  readonly pros: string | null;
  readonly cons: string | null;
  readonly forWhom: string | null;
  readonly status: ReviewStatus;
  readonly dropReason: DropReason | null;
  readonly lang: string;
  /** First day of the month. */
  readonly experiencedOn: string | null;
  readonly writtenAt: string;
  readonly editedAt: string | null;
  readonly proof: Proof;
  readonly helpful: number;
  readonly isSample: boolean;
  readonly author: Author;
  readonly run: {
    readonly label: string | null;
    readonly title?: string | null;
    readonly startOn?: string | null;
    readonly startPrecision?: string | null;
  } | null;
  readonly answer: ShownAnswer | null;
  /** Of the person who looks. */
  readonly isOwn: boolean;
  readonly foundHelpful: boolean;
}

/** A row of reviews.review named `r`, as jsonb of a ShownReview, for the person who looks. */
export const shownReview = (viewerId: string | undefined) => sql<ShownReview>`jsonb_build_object(
  'id', r.id, 'state', r.state, 'stars', r.stars, 'criteria', r.criteria, 'hoursAWeek', r.hours_a_week, 'body', r.body,
  'pros', r.pros, 'cons', r.cons, 'forWhom', r.for_whom, 'status', r.status, 'dropReason', r.drop_reason, 'lang', r.lang,
  'experiencedOn', r.experienced_on, 'writtenAt', r.written_at, 'editedAt', r.edited_at, 'proof', r.proof,
  'helpful', r.helpful_count, 'isSample', r.is_sample,
  'author', case
    when r.is_sample then '{"kind":"sample"}'
    when r.is_anonymous then '{"kind":"anonymous"}'
    when r.source is not null then jsonb_build_object('kind', 'source', 'name', r.source)
    else coalesce((select jsonb_build_object('kind', 'person', 'name', p.name) from accounts.public_person p
      where p.id = r.person_id), '{"kind":"former"}') end,
  'run', coalesce((select jsonb_build_object('label', r.run_label, 'title', n.title, 'startOn', n.start_on,
      'startPrecision', n.start_precision) from catalog.listing_run n where n.id = r.run_id),
    case when r.run_label is not null then jsonb_build_object('label', r.run_label) end),
  'answer', (select jsonb_build_object('provider', a.provider_name, 'body', a.body, 'lang', a.lang, 'at', a.answered_at,
    'editedAt', a.edited_at) from reviews.answer a where a.review_id = r.id),
  'isOwn', r.person_id is not distinct from ${viewerId ?? null}::uuid and r.person_id is not null,
  'foundHelpful', exists (select 1 from reviews.helpful_vote v
    where v.review_id = r.id and v.person_id = ${viewerId ?? null}::uuid))`;
