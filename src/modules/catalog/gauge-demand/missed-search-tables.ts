/** How a search ended that says something about what is missing: nothing was found, or three courses at most. */
export const missedOutcomes = ['none', 'few'] as const;
export type MissedOutcome = (typeof missedOutcomes)[number];

export interface MissedSearchTable {
  /** ISO day. */
  day: string;
  lang: string;
  outcome: MissedOutcome;
  words: string;
  times: number;
}

export interface DemandTables {
  'catalog.missed_search': MissedSearchTable;
}
