import type { Visibility } from '../tables.ts';

/** A list without its courses. */
export interface ListFacts {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
  readonly description: string | null;
  /** Language of the title and the description. */
  readonly lang: string;
  readonly isPlan: boolean;
  readonly visibility: Visibility;
  readonly shareToken: string | null;
  readonly calendarToken: string | null;
  readonly slug: string | null;
  /** Of whoever made it, where the list says so. */
  readonly ownerName: string | null;
  readonly showsName: boolean;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly pickedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly isSample: boolean;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** A course in a list. */
export interface ItemFacts {
  readonly id: string;
  readonly courseId: string;
  /** As the course was called when it was added. */
  readonly title: string;
  readonly note: string | null;
  /** ISO date on which the plan begins it. */
  readonly startOn: string | null;
  readonly hoursAWeek: number | null;
  /** ISO instant. */
  readonly addedAt: string;
}

export interface ListWithItems {
  readonly list: ListFacts;
  /** In the order of the list; what was taken out is not there. */
  readonly items: readonly ItemFacts[];
}

/** As many courses as a list holds, and as many lists as a person has: more are no help to anybody. */
export const mostItems = 200;
export const mostLists = 100;
