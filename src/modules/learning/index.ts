import type { App } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { courseHomeRoutes } from './course-home/course-home.route.tsx';
import { joinRunRoutes } from './join-run/join-run.route.tsx';
import { learningMessages } from './messages/index.ts';
import { myCoursesRoutes } from './my-courses/my-courses.route.tsx';
import { announceJob } from './announce-run/announce.job.ts';
import { announceRunRoutes } from './announce-run/announce-run.routes.tsx';
import { countRunsJob } from './teach-run/run-figures.ts';
import { teachRunRoutes } from './teach-run/teach-run.routes.tsx';
import { playPackageRoutes } from './play-package/play-package.route.ts';
import { playUnitRoutes } from './play-unit/play-unit.route.tsx';

export { completedCourse, joinedRun } from './events.ts';
export { takesPart } from './join-run/join-run.queries.ts';

export const learning: Module = {
  name: 'learning',
  messages: learningMessages,
  routes: addLearningRoutes,
  jobs: [announceJob, countRunsJob],
  accountEntries: [{ path: '/learn', label: 'learning.mine.title', text: 'learning.entry.mine' }],
};

/** The order counts: what stands under '-' comes before what takes the id of any unit. */
function addLearningRoutes(app: App): void {
  myCoursesRoutes(app);
  joinRunRoutes(app);
  courseHomeRoutes(app);
  playPackageRoutes(app);
  playUnitRoutes(app);
  teachRunRoutes(app);
  announceRunRoutes(app);
}
