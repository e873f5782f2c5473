import type { PersonalData } from '../../../platform/module.ts';
import { forgetAuthor, hoursNoted, reviewsOfDrafts, workOnCourses } from './courses-data.queries.ts';

/** What courses hold about a person. */
export const coursesData: PersonalData = {
  name: 'courses',
  export: async (db, personId) => ({
    courses: await workOnCourses(db, personId),
    hours: await hoursNoted(db, personId),
    reviews: await reviewsOfDrafts(db, personId),
  }),
  erase: (db, _actor, personId) => forgetAuthor(db, personId),
};
