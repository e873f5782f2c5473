/** Why a review waits for a moderator; the order is that of their weight in lists. */
export const holdKinds = ['burst', 'copy', 'insult', 'link', 'contact', 'own-course', 'reported'] as const;
export type HoldKind = (typeof holdKinds)[number];

export const textFields = ['body', 'pros', 'cons', 'forWhom'] as const;
export type TextField = (typeof textFields)[number];

/** A place in a text of the review, in UTF-16 units. */
export interface Spot {
  readonly field: TextField;
  readonly from: number;
  readonly to: number;
}

/** One reason, with what a moderator needs to judge it. */
export interface HoldReason {
  readonly kind: HoldKind;
  /** Where in the texts, for insults, links and contact data. */
  readonly spots?: readonly Spot[];
  /** The burst that it belongs to. */
  readonly burstId?: string;
  /** The review that it is like, and how much (0 to 1). */
  readonly like?: { readonly reviewId: string; readonly share: number };
}
