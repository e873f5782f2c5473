import type { App } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { answerBlocksRoutes } from './answer-blocks/answer-blocks.route.tsx';
import { assessedWork } from './answer-blocks/assessed-work.subscriber.ts';
import { courseHomeRoutes } from './course-home/course-home.route.tsx';
import { learningData } from './forget-person/learning-data.ts';
import { joinRunRoutes } from './join-run/join-run.route.tsx';
import { leaveCourseRoutes } from './leave-course/leave-course.route.tsx';
import { lightModeRoutes } from './light-mode/light-mode.route.ts';
import { learningMessages } from './messages/index.ts';
import { myCoursesRoutes } from './my-courses/my-courses.route.tsx';
import { announceJob } from './announce-run/announce.job.ts';
import { announceRunRoutes } from './announce-run/announce-run.routes.tsx';
import { countRunsJob } from './teach-run/run-figures.ts';
import { teachRunRoutes } from './teach-run/teach-run.routes.tsx';
import { playPackageRoutes } from './play-package/play-package.route.ts';
import { playUnitRoutes } from './play-unit/play-unit.route.tsx';
import { rebuildProgressCommand } from './rebuild-progress/rebuild-progress.command.ts';
import { newVersions, rebuildProgressJob } from './rebuild-progress/rebuild-progress.job.ts';
import { remindJob } from './set-goal/remind.job.ts';
import { setGoalRoutes } from './set-goal/set-goal.route.tsx';
import { tellChangesRoutes } from './tell-changes/tell-changes.route.ts';
import { tellAuthorRoutes } from './tell-author/tell-author.routes.tsx';
import { conversationRoutes } from './write-to-authors/conversation.routes.tsx';
import { teachConversationsRoutes } from './write-to-authors/teach-conversations.routes.tsx';
import { tellAnswersJob } from './write-to-authors/tell-answers.job.ts';
import { watchFilmsRoutes } from './watch-films/watch-films.routes.tsx';
import { takeNotesRoutes } from './take-notes/take-notes.route.tsx';

export { countLearners, takesPart } from './join-run/join-run.queries.ts';

export const learning: Module = {
  name: 'learning',
  messages: learningMessages,
  routes: addLearningRoutes,
  jobs: [remindJob, rebuildProgressJob, announceJob, countRunsJob, tellAnswersJob],
  subscribers: [newVersions, assessedWork],
  commands: [rebuildProgressCommand],
  personalData: learningData,
  accountEntries: [{ path: '/learn', label: 'learning.mine.title', text: 'learning.entry.mine' }],
};

/** The order counts: what stands under '-' comes before what takes the id of any unit. */
function addLearningRoutes(app: App): void {
  myCoursesRoutes(app);
  setGoalRoutes(app);
  // what guards the pages of teachers stands before the pages
  teachRunRoutes(app);
  announceRunRoutes(app);
  tellAuthorRoutes(app);
  teachConversationsRoutes(app);
  conversationRoutes(app);
  watchFilmsRoutes(app);
  joinRunRoutes(app);
  leaveCourseRoutes(app);
  tellChangesRoutes(app);
  takeNotesRoutes(app);
  lightModeRoutes(app);
  courseHomeRoutes(app);
  playPackageRoutes(app);
  answerBlocksRoutes(app);
  playUnitRoutes(app);
}
