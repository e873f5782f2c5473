import { transact } from '../../../platform/db/transact.ts';
import type { TestBrowser } from '../../../platform/testing/browser.ts';
import { peopleStage } from '../../accounts/testing/people-stage.ts';
import { assessment } from '../../assessment/index.ts';
import { type CourseContent, coursesModule } from '../../courses/index.ts';
import {
  createCourse,
  offerRun,
  publishCourse,
  replaceContent,
} from '../../courses/testing/for-modules-above.ts';
import { notify } from '../../notify/index.ts';
import { credentialsModule } from '../../credentials/index.ts';
import { countLearners, learning, takesPart } from '../index.ts';

/** Courses that are taught here, and people who sign in and learn; call it once a test file. */
export async function learningStage() {
  const stage = await peopleStage({
    modules: [credentialsModule(), notify, coursesModule({ takesPart, countLearners }), assessment, learning],
  });
  const { db, actor, clock } = stage;
  return {
    ...stage,
    /** A published course; a MOOC can be joined at once. */
    course: (content: CourseContent) =>
      transact(db, async (inner) => {
        const made = await createCourse(inner, actor(), { content });
        await publishCourse(inner, actor(), { courseId: made.id });
        return made;
      }),
    /** The next version of a course. */
    publishAgain: (courseId: string, content: CourseContent, changes = '') =>
      transact(db, async (inner) => {
        await replaceContent(inner, courseId, content, clock.now());
        await publishCourse(inner, actor(), { courseId, changes });
      }),
    run: (run: Parameters<typeof offerRun>[2]) => transact(db, (inner) => offerRun(inner, actor(), run)),
    /** Joins the first run that takes people, and says that the charter is agreed to. */
    async join(browser: TestBrowser, slug: string) {
      const { html } = await browser.get(`/en/learn/${slug}`);
      const run = /name="run" value="([^"]+)"/.exec(html)?.[1];
      if (run === undefined) throw new Error(`no run of ${slug} can be joined`);
      return browser.post(`/en/learn/${slug}/-/join`, { run, charter: 'yes' });
    },
  };
}
