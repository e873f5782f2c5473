/**
 * What can happen to an enrolment. Each is written once into the ledger (`learning.entry`) and never changed; `effect`
 * names the deed, so that the same deed told twice is one entry.
 */
export type Entry =
  | { readonly kind: 'unit-seen'; readonly effect: string; readonly unitId: string }
  | {
      readonly kind: 'block-done';
      readonly effect: string;
      readonly unitId: string;
      readonly blockId: string;
    }
  | {
      readonly kind: 'answered' | 'work-assessed' | 'package-result';
      readonly effect: string;
      readonly unitId: string;
      readonly blockId: string;
      readonly data: Result;
    }
  | {
      readonly kind: 'marked-by-hand';
      readonly effect: string;
      readonly unitId?: string;
      readonly blockId?: string;
      readonly data: { readonly reason: string };
    }
  | { readonly kind: 'completed'; readonly effect: string };

export type EntryKind = Entry['kind'];

/** What came of answers or of handed-in work. */
export interface Result {
  readonly points: number;
  readonly of: number;
  readonly passed: boolean;
  /** Nothing more can be done there: no attempt is left, or all is right. */
  readonly finished?: boolean;
  /** A later judgement of the same work counts instead of an earlier one: 0, 1, 2... Answers have none: the best counts. */
  readonly judgement?: number;
}

export const unitSeen = (unitId: string): Entry => ({ kind: 'unit-seen', effect: `seen:${unitId}`, unitId });

export const blockDone = (unitId: string, blockId: string): Entry => ({
  kind: 'block-done',
  effect: `done:${blockId}`,
  unitId,
  blockId,
});

/** `submission` is the id that the form carried: sending it again is the same deed. */
export const answered = (unitId: string, blockId: string, submission: string, data: Result): Entry => ({
  kind: 'answered',
  effect: `answered:${blockId}:${submission}`,
  unitId,
  blockId,
  data,
});

/** `told` names the result: a package that says the same again says nothing new. */
export const packageResult = (unitId: string, blockId: string, told: string, data: Result): Entry => ({
  kind: 'package-result',
  effect: `package:${blockId}:${told}`,
  unitId,
  blockId,
  data,
});

/** `judgement` of the data says which of several words about the same work is the latest. */
export const workAssessed = (unitId: string, blockId: string, which: string, data: Result): Entry => ({
  kind: 'work-assessed',
  effect: `work:${blockId}:${which}`,
  unitId,
  blockId,
  data,
});

export const completed = (): Entry => ({ kind: 'completed', effect: 'completed' });
