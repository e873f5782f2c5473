import type { App, AppMiddleware } from '../../../platform/http/environment.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { demand } from '../../../platform/refusal.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { checkLinksJob } from '../check-links/check-links.job.ts';
import { linkRoutes } from '../check-links/links.route.tsx';
import { claimRoutes } from '../claim-provider/claim-provider.route.tsx';
import { correctCourseRoutes } from '../correct-course/correct-course.route.tsx';
import { fetchPicturesJob } from '../fetch-pictures/fetch-pictures.job.ts';
import { pictureRoutes } from '../fetch-pictures/pictures.route.ts';
import { sourceSettingsRoutes } from '../manage-sources/source-settings.route.tsx';
import { importSourceJob, scheduleImportsJob } from '../manage-sources/sources.jobs.ts';
import { sourceRoutes } from '../manage-sources/sources.route.tsx';
import { duplicateRoutes } from '../merge-duplicates/duplicates.route.tsx';
import { findDuplicatesJob } from '../merge-duplicates/find-duplicates.job.ts';
import { keyRoutes } from '../publish-api/partner-keys/keys.route.tsx';
import { acceptProposalJob } from '../propose-course/accept-proposal.job.ts';
import { proposalRoutes } from '../propose-course/proposals.route.tsx';
import { readProposalJob } from '../propose-course/read-proposal.job.ts';
import { mayLookAfterCourses, mayManageSources } from '../policy.ts';
import { operatorsOnly } from '../refusals.ts';
import { retireCoursesJob } from '../retire-courses/retire-courses.job.ts';
import { showImportRoutes } from '../show-import/show-import.route.tsx';

/** Lets moderators and operators pass. @throws Refusal 403 for other people */
const thoseWhoLookAfterCourses: AppMiddleware = (c, next) => {
  demand(mayLookAfterCourses(c.var.actor), operatorsOnly);
  return next();
};

/** Lets operators pass. @throws Refusal 403 for other people */
const thoseWhoManageSources: AppMiddleware = (c, next) => {
  demand(mayManageSources(c.var.actor), operatorsOnly);
  return next();
};

/** Pages for those who look after the catalogue. */
export function operateRoutes(app: App): void {
  // Visitors sign in first and come back.
  for (const area of ['sources', 'imports', 'api-keys'])
    app.use(`/operator/${area}/*`, signedInOnly, thoseWhoManageSources);
  for (const area of ['duplicates', 'merges', 'links', 'courses', 'proposals', 'claims'])
    app.use(`/operator/${area}/*`, signedInOnly, thoseWhoLookAfterCourses);
  sourceSettingsRoutes(app);
  sourceRoutes(app);
  showImportRoutes(app);
  duplicateRoutes(app);
  keyRoutes(app);
  pictureRoutes(app);
  linkRoutes(app);
  correctCourseRoutes(app);
  proposalRoutes(app);
  claimRoutes(app);
}

/** What keeps the catalogue in order by itself. */
export const operateJobs: readonly JobTask[] = [
  importSourceJob,
  scheduleImportsJob,
  findDuplicatesJob,
  retireCoursesJob,
  fetchPicturesJob,
  checkLinksJob,
  readProposalJob,
  acceptProposalJob,
];
