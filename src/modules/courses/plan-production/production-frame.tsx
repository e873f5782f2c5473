import type { AppContext } from '../../../platform/http/environment.ts';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { type CoursePage, sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit, mayPublish, maySeeDraft } from '../policy.ts';

/** What stands under the production of a course, in the order of the work, and who sees it. */
const parts = [
  ['demand', '', mayEdit],
  ['page', '/page', mayEdit],
  ['plan', '/plan', mayEdit],
  ['money', '/money', mayPublish],
  ['hours', '/hours', maySeeDraft],
] as const;
export type ProductionPart = (typeof parts)[number][0];

/** Address of a page of the course's production. */
export const productionUrl = (c: AppContext, courseId: string, end = ''): string =>
  teachUrl(c, courseId, `/production${end}`);

/** A page of the production of a course, with the way to its other pages. */
export function sendProductionPage(
  c: AppContext,
  { part, children, ...page }: Omit<CoursePage, 'room' | 'crumbs'> & { readonly part: ProductionPart },
): Response {
  const { t, actor } = c.var;
  const { course } = page;
  return sendCoursePage(c, {
    ...page,
    room: 'production',
    crumbs: [{ label: t('courses.rooms.production'), href: productionUrl(c, course.id) }],
    children: (
      <>
        <Tabs
          t={t}
          label={t('courses.rooms.production')}
          items={parts
            .filter(([, , may]) => may(course.staff, actor))
            .map(([name, end]) => ({
              label: t(`courses.production.part.${name}`),
              href: productionUrl(c, course.id, end),
              current: name === part,
            }))}
        />
        {children}
      </>
    ),
  });
}
