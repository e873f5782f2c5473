/** Facts that the catalogue tells: names, versions and data are a contract. */
export const coursesChangedName = 'catalog.courses-changed';

/** Some courses were created or changed; at most some hundreds an event. */
export const coursesChanged = (courseIds: readonly string[]) => ({
  name: coursesChangedName,
  version: 1,
  data: { courseIds },
});
