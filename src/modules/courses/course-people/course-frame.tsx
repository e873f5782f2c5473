import type { ComponentChildren } from 'preact';
import type { AppContext } from '../../../platform/http/environment.ts';
import { type PageOptions, sendPage } from '../../../platform/http/send-page.tsx';
import { type Query, urlFor } from '../../../platform/http/site.ts';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { CourseAtHand } from './course-at-hand.queries.ts';
import { type CourseRoom, CourseRooms } from './course-rooms.tsx';

/** Address of a page of authoring, in the visitor's language. */
export const teachUrl = (c: AppContext, courseId: string, end = '', query: Query = {}): string =>
  urlFor(c.var.site, c.var.lang, `/teach/courses/${courseId}${end}`, query);

/** Address of a page of the course's production. */
export const productionUrl = (c: AppContext, courseId: string, end = ''): string =>
  teachUrl(c, courseId, `/production${end}`);

export interface CoursePage extends Pick<PageOptions, 'status' | 'width'> {
  readonly course: CourseAtHand;
  readonly room: CourseRoom;
  /** The page's heading; the course's title on the outline. */
  readonly title?: string | undefined;
  readonly titleLang?: string | undefined;
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** Pages between the course and this one. */
  readonly crumbs?: readonly { readonly label: string; readonly href: string }[];
  readonly children: ComponentChildren;
}

/** A page of authoring: where one is, the rooms of the course, and the page itself. */
export function sendCoursePage(c: AppContext, page: CoursePage): Response {
  const { t, site, lang, actor } = c.var;
  const { course, room, title = course.title } = page;
  return sendPage(c, {
    title,
    indexed: false,
    width: page.width,
    ...(page.status === undefined ? {} : { status: page.status }),
    breadcrumbs: [
      { label: t('courses.teach.title'), href: urlFor(site, lang, '/teach') },
      ...(page.title === undefined ? [] : [{ label: course.title, href: teachUrl(c, course.id) }]),
      ...(page.crumbs ?? []),
    ],
    children: (
      <div class="authoring">
        <Pagehead
          eyebrow={t(`courses.state.${course.state}`)}
          title={title}
          titleLang={page.title === undefined ? course.lang : page.titleLang}
          lead={page.lead}
          actions={page.actions}
        />
        <CourseRooms
          t={t}
          actor={actor}
          course={course}
          hrefOf={(end) => teachUrl(c, course.id, end)}
          current={room}
        />
        {page.children}
      </div>
    ),
  });
}
