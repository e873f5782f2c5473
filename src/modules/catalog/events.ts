/** Facts that the catalogue tells: names, versions and data are a contract. */
export const coursesChangedName = 'catalog.courses-changed';

/** Some courses were created or changed; at most some hundreds an event. */
export const coursesChanged = (courseIds: readonly string[]) => ({
  name: coursesChangedName,
  version: 1,
  data: { courseIds },
});

export const coursesMergedName = 'catalog.courses-merged';
export const courseSplitName = 'catalog.course-split';

/** Two courses were found to be one: whatever hangs on `goneId` now belongs to `keptId`. */
export const coursesMerged = (keptId: string, goneId: string) => ({
  name: coursesMergedName,
  version: 1,
  subject: keptId,
  data: { keptId, goneId },
});

/** A merge was taken back: `courseId` stands on its own again, apart from `keptId`. */
export const courseSplit = (keptId: string, courseId: string) => ({
  name: courseSplitName,
  version: 1,
  subject: courseId,
  data: { keptId, courseId },
});
