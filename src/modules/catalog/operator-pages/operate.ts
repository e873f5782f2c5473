import type { App } from '../../../platform/http/environment.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { checkLinksJob } from '../check-links/check-links.job.ts';
import { linkRoutes } from '../check-links/links.route.tsx';
import { correctCourseRoutes } from '../correct-course/correct-course.route.tsx';
import { fetchPicturesJob } from '../fetch-pictures/fetch-pictures.job.ts';
import { pictureRoutes } from '../fetch-pictures/pictures.route.ts';
import { sourceSettingsRoutes } from '../manage-sources/source-settings.route.tsx';
import { importSourceJob, scheduleImportsJob } from '../manage-sources/sources.jobs.ts';
import { sourceRoutes } from '../manage-sources/sources.route.tsx';
import { duplicateRoutes } from '../merge-duplicates/duplicates.route.tsx';
import { findDuplicatesJob } from '../merge-duplicates/find-duplicates.job.ts';
import { keyRoutes } from '../publish-api/partner-keys/keys.route.tsx';
import { retireCoursesJob } from '../retire-courses/retire-courses.job.ts';
import { showImportRoutes } from '../show-import/show-import.route.tsx';

/** Pages for those who look after the catalogue. */
export function operateRoutes(app: App): void {
  // Visitors sign in first and come back; people who may not be here are told that there is no such page.
  for (const area of ['sources', 'imports', 'duplicates', 'merges', 'links', 'courses', 'api-keys'])
    app.use(`/operator/${area}/*`, signedInOnly);
  sourceSettingsRoutes(app);
  sourceRoutes(app);
  showImportRoutes(app);
  duplicateRoutes(app);
  keyRoutes(app);
  pictureRoutes(app);
  linkRoutes(app);
  correctCourseRoutes(app);
}

/** What keeps the catalogue in order by itself. */
export const operateJobs: readonly JobTask[] = [
  importSourceJob,
  scheduleImportsJob,
  findDuplicatesJob,
  retireCoursesJob,
  fetchPicturesJob,
  checkLinksJob,
];
