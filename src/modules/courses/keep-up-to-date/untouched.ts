/** Three months without a change: time to look whether all is still true. */
export const untouchedAfterDays = 91;

/** Before this instant, what was last changed counts as untouched. */
export const untouchedBefore = (now: Date): Date => new Date(now.getTime() - untouchedAfterDays * 86_400_000);

/** Whether nobody changed a course, or said that it is still right, for three months. */
export const isUntouched = (changedAt: Date, now: Date): boolean => changedAt < untouchedBefore(now);
