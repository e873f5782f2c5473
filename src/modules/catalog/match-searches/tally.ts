/** How much of a day's matches a search has told. */
export interface Tally {
  /** ISO day of `told`. */
  readonly day: string;
  readonly told: number;
  readonly waiting: number;
  /** The last day on which matches were told together. */
  readonly summedOn: string | undefined;
}

/** So many courses a day are told one by one; whoever finds more than that hears of them together. */
export const mostToldSingly = 5;
/** Matches that wait are told when nothing was added for so long. */
export const quietMs = 3_600_000;

export interface Share {
  /** The matches are told one by one; otherwise they wait to be told together. */
  readonly singly: boolean;
  readonly tally: Tally;
}

/**
 * Whether the courses that a search has newly found are told one by one. Five a day are; when more come, all that come then
 * wait, and whatever comes later that day waits with them.
 */
export function shareOut(before: Tally | undefined, today: string, found: number): Share {
  const told = before?.day === today ? before.told : 0;
  const { waiting = 0, summedOn } = before ?? {};
  const singly = waiting === 0 && summedOn !== today && told + found <= mostToldSingly;
  return {
    singly,
    tally: {
      day: today,
      told: singly ? told + found : told,
      waiting: singly ? waiting : waiting + found,
      summedOn,
    },
  };
}
