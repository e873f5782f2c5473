/** Groups of people in a run that a teacher asks for. */
export const segments = ['all', 'active', 'not-started', 'stuck', 'finished', 'waiting', 'left'] as const;
export type Segment = (typeof segments)[number];

/** Who was not seen for so many days, and is not done, may be stuck. */
export const stuckAfterDays = 14;
