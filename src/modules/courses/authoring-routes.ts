import type { App } from '../../platform/http/environment.ts';
import { keptNowhere, signedInOnly } from '../accounts/index.ts';
import { arrangeRoutes } from './arrange-course/arrange.route.ts';
import { outlineRoutes } from './arrange-course/outline.route.tsx';
import { partSettingsRoutes } from './arrange-course/part-settings.route.tsx';
import { peopleRoutes } from './course-people/people.route.tsx';
import { describeCourseRoutes } from './describe-course/describe-course.route.tsx';
import { historyRoutes } from './keep-drafts/history.route.tsx';
import { versionsRoutes } from './keep-drafts/versions.route.tsx';
import { reuseRoutes } from './reuse-content/reuse.route.tsx';
import { previewRoutes } from './view-blocks/preview.route.tsx';
import { uploadRoutes } from './write-forms/upload.route.ts';
import { editBlockRoutes } from './edit-block/edit-block.route.tsx';
import { banksRoutes } from './edit-questions/banks.route.tsx';
import { questionsRoutes } from './edit-questions/questions.route.tsx';
import { unitRoutes } from './edit-block/unit.route.tsx';
import { exportCourseRoutes } from './export-course/export-course.route.tsx';
import { holdRunsRoutes } from './hold-runs/hold-runs.route.tsx';
import { importRoutes } from './import-package/imports.route.tsx';
import { listCoursesRoutes } from './list-courses/list-courses.route.tsx';
import { makeCourseRoutes } from './make-course/make-course.route.tsx';
import { publishRoutes } from './publish-course/publish.route.tsx';

/** Pages of authoring. Whoever is signed in passes; each page asks what the person may in its course. */
export function authoringRoutes(app: App): void {
  app.use('/teach/courses/:id', signedInOnly, keptNowhere);
  app.use('/teach/courses/:id/*', signedInOnly, keptNowhere);
  listCoursesRoutes(app);
  makeCourseRoutes(app);
  importRoutes(app);
  outlineRoutes(app);
  arrangeRoutes(app);
  partSettingsRoutes(app);
  unitRoutes(app);
  editBlockRoutes(app);
  publishRoutes(app);
  exportCourseRoutes(app);
  uploadRoutes(app);
  describeCourseRoutes(app);
  peopleRoutes(app);
  historyRoutes(app);
  versionsRoutes(app);
  previewRoutes(app);
  reuseRoutes(app);
  holdRunsRoutes(app);
  banksRoutes(app);
  questionsRoutes(app);
}
