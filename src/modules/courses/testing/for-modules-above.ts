/** What tests of modules above need to have courses. */
export { blockContent } from '../content/blocks.ts';
export { courseContent } from '../content/course-content.ts';
export { question, questionRules } from '../content/questions.ts';
export { createCourse } from '../keep-course/create-course.ts';
export { createRun, renewCode } from '../hold-runs/hold-runs.ts';
export { runForm } from '../hold-runs/run-form.ts';
export { offerRun } from '../offer-run/offer-run.ts';
export { publishCourse } from '../publish-course/publish-course.ts';
export { replaceContent } from './replace-content.queries.ts';
export { smallCourse } from './small-course.ts';
export { preparePackage } from '../import-package/import-package.ts';
export { sampleFolder, sampleFolders } from '../sample/install-sample-courses.ts';
