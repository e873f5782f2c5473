/** A word of the author to what was answered; `part` names the choice, item or gap that it is about. */
export interface Feedback {
  readonly part?: string;
  /** Course text. */
  readonly text: string;
}

/** What an answer is worth. */
export interface Mark {
  /** Share of the points, at most 1, below 0 where it takes some away; null while a person has to look at it. */
  readonly credit: number | null;
  readonly feedback: readonly Feedback[];
  /** Of an answer in parts: what each is worth, 0 to 1. */
  readonly parts?: Readonly<Record<string, number>>;
}

export const nothing: Mark = { credit: 0, feedback: [] };

/** A mark with the author's word where there is one. */
export const marked = (credit: number, feedback?: string): Mark => ({
  credit,
  feedback: feedback === undefined || feedback === '' ? [] : [{ text: feedback }],
});
