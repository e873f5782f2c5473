import type { AppContext } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { hasRole } from '../../platform/actor.ts';
import { toComeRoutes } from './ask-demand/to-come.route.tsx';
import { authoringRoutes } from './authoring-routes.ts';
import { courseFileRoutes, type TakesPart } from './course-files/course-files.route.ts';
import { shrinkPicturesJob } from './course-files/shrink-pictures.job.ts';
import { filmJobs, filmRoutes } from './films/film-module.ts';
import { packageRoutes } from './run-packages/serve/packages.route.ts';
import { unpackPackagesJob } from './run-packages/unpack/unpack-packages.job.ts';
import { whereCourseIs } from './read-published/where-course-is.queries.ts';
import { exportCourseCommand } from './export-course/export-course.command.ts';
import { askForUpkeepJob } from './keep-up-to-date/ask-for-upkeep.job.ts';
import { importPackageCommand } from './import-package/import-package.command.ts';
import { importPackageJob } from './import-package/import-package.job.ts';
import type { LearnerCounts } from './plan-production/note-hours.route.tsx';
import { listInCatalogueJob } from './list-in-catalogue/list-in-catalogue.job.ts';
import { coursesMessages } from './messages/index.ts';
import { coursesData } from './personal-data/courses-data.ts';

export type * from './content/blocks.ts';
export type * from './content/course-content.ts';
export type * from './content/outline.ts';
export type * from './content/questions.ts';
export { coursePublished } from './events.ts';
export { filmScene } from './films/show-film/scene-of-page.ts';
export { allowBlocks } from './show-blocks/allow-blocks.ts';
export { courseFiles } from './show-blocks/course-files.ts';
export type { ShowScene } from './show-blocks/show-scene.ts';
export { isStatic, StaticBlock } from './show-blocks/static-block.tsx';
export type { StaffRole } from './tables.ts';
export type { CoursesViews } from './view-tables.ts';
export { packagesOfPage, type PackagesOfPage } from './run-packages/show/packages-of-page.ts';
export { ownedCourses } from './keep-course/owned-courses.queries.ts';
export { type CourseRoom, CourseRooms } from './course-people/course-rooms.tsx';
export { admissionTo } from './hold-runs/admission.queries.ts';
export { listingSlug } from './read-published/where-course-is.queries.ts';
export { isUntouched } from './keep-up-to-date/untouched.ts';
export { mayTeach, type StaffMember } from './policy.ts';
export {
  filesNamed,
  publishedCourse,
  publishedCourseById,
  publishedUnit,
  type PublishedCourse,
  type PublishedUnit,
} from './read-published/read-published.queries.ts';

/** What courses ask of modules above them. */
export interface FromAbove {
  /** Whether somebody takes part in a course: its files are theirs to read. */
  readonly takesPart?: TakesPart;
  /** Who came to a course and who finished it: what it costs is told by learner. */
  readonly countLearners?: LearnerCounts;
}

const noLearners: LearnerCounts = () => Promise.resolve({ learners: 0, finished: 0 });
const nobody: TakesPart = () => Promise.resolve(false);

/** The module of courses that are taught here. */
export const coursesModule = ({
  takesPart = nobody,
  countLearners = noLearners,
}: FromAbove = {}): Module => ({
  name: 'courses',
  messages: coursesMessages,
  routes: (app) => {
    courseFileRoutes(app, takesPart);
    packageRoutes(app);
    filmRoutes(app, takesPart);
    toComeRoutes(app);
    authoringRoutes(app, countLearners);
  },
  commands: [importPackageCommand, exportCourseCommand],
  personalData: coursesData,
  accountEntries: [{ path: '/teach', label: 'courses.teach.title', text: 'courses.teach.entry' }],
  operatorEntries: [
    {
      path: '/teach?all=yes',
      label: 'courses.teach.title',
      text: 'courses.teach.entry',
      roles: ['operator'],
    },
    {
      path: '/operator/sign-offs',
      label: 'courses.sign-offs.title',
      text: 'courses.sign-offs.entry',
      roles: ['operator'],
    },
  ],
  jobs: [
    askForUpkeepJob,
    importPackageJob,
    listInCatalogueJob,
    shrinkPicturesJob,
    unpackPackagesJob,
    ...filmJobs,
  ],
});

/** For the catalogue: a course of this slug that it does not list; authors see their draft, others what is published. */
export async function unlistedCourse(c: AppContext, slug: string): Promise<string | undefined> {
  const { db, actor } = c.var;
  const course = await whereCourseIs(db, slug, actor.kind === 'person' ? actor.id : undefined);
  if (!course) return undefined;
  if (course.isPublished) return `/learn/${encodeURIComponent(slug)}`;
  return course.isStaff || hasRole(actor, 'operator') ? `/teach/courses/${course.id}` : undefined;
}

export { installSampleCourses, removeSampleCourses } from './sample/install-sample-courses.ts';
export { presentSamples as sampleCourses } from './sample/sample-courses.queries.ts';
