import type { AppContext } from '../../../platform/http/environment.ts';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { homes, type QuestionHome, type QuestionSet, questionSet } from './question-sets.ts';

/** The set of questions of the address, for somebody who may edit its course. */
export interface SetAtHand extends QuestionSet {
  readonly course: CourseAtHand;
  readonly at: QuestionHome;
  /** Address of the set's pages: its questions stand under it. */
  readonly base: string;
}

/** @throws Refusal 403, 404 */
export async function setAtHand(c: AppContext): Promise<SetAtHand> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
  const home = homes.find((each) => each === c.req.param('home'));
  if (!home) throw courseNotFound();
  const at: QuestionHome = { courseId: course.id, home, set: c.req.param('set') ?? '' };
  const found = await questionSet(db, at);
  const title = found.title === '' ? t('courses.kind.questions') : found.title;
  return { ...found, title, course, at, base: teachUrl(c, course.id, `/${home}/${at.set}`) };
}

/** Pages between the course and those of a set. */
export function crumbsOf(c: AppContext, { course, at, unitId, title, base }: SetAtHand) {
  const { t } = c.var;
  const above =
    at.home === 'banks'
      ? { label: t('courses.rooms.banks'), href: teachUrl(c, course.id, '/banks') }
      : {
          label: t('courses.question.unit-page'),
          href: teachUrl(c, course.id, `/units/${unitId}#blocks-${at.set}`),
        };
  return [above, { label: title, href: `${base}/questions` }];
}
