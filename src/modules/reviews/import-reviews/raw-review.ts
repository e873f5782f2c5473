import type { ReviewField } from './review-fields.ts';

/** A review as its feed says it, before anything of it is understood. */
export interface RawReview {
  readonly kind: 'review';
  /** "line 12", or "record 12" where there are no lines. */
  readonly where: string;
  readonly says: Readonly<Partial<Record<ReviewField, string>>>;
}

export interface BrokenReview {
  readonly kind: 'broken';
  readonly where: string;
  readonly reason: string;
}

export type FeedItem = RawReview | BrokenReview;
