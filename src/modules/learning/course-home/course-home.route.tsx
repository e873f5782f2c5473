import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { dayOf } from '../../../platform/time/clock.ts';
import { listingSlug } from '../../courses/index.ts';
import { findCourse } from '../find-place/find-place.ts';
import { sceneOf } from '../find-place/learn-scene.ts';
import type { CoursePlace } from '../find-place/place.ts';
import { announcementsFor } from '../announce-run/announcements.queries.ts';
import type { JoinProblem } from '../join-run/ways-in.tsx';
import { runsOf } from '../join-run/join-run.queries.ts';
import { standingIn } from '../policy.ts';
import { CourseHomePage } from './course-home.page.tsx';

/** GET /learn/:slug */
export function courseHomeRoutes(app: App): void {
  app.get('/learn/:slug', async (c) =>
    sendCourseHome(c, await findCourse(c.var.db, c.var.actor, c.req.param('slug'))),
  );
}

/** The page of a course; with what is wrong where a form on it came back. */
export async function sendCourseHome(
  c: AppContext,
  place: CoursePlace,
  problem?: JoinProblem,
): Promise<Response> {
  const { db, actor, t } = c.var;
  const scene = sceneOf(c);
  const { course } = place;
  const standing = standingIn(place, actor);
  const runs = standing === 'learner' ? [] : await runsOf(db, course.id, dayOf(actor.now));
  const { enrolment } = place;
  const announcements =
    standing === 'learner' && enrolment ? await announcementsFor(db, enrolment.id, 5) : [];
  const isCompleted = standing === 'learner' && place.enrolment?.state === 'completed';
  const listing =
    isCompleted && course.listingId !== null ? await listingSlug(db, course.listingId) : undefined;
  return sendPage(c, {
    nav: 'learn',
    title: course.title,
    ...(course.about.summary !== '' && { description: course.about.summary }),
    status: problem ? 422 : 200,
    indexed: course.state === 'published' && course.rules.kind === 'mooc',
    breadcrumbs: [{ label: t('learning.mine.title'), href: scene.to('/learn') }],
    children: (
      <CourseHomePage
        scene={scene}
        place={place}
        standing={standing}
        runs={runs}
        isSignedIn={actor.kind === 'person'}
        listing={listing}
        problem={problem}
        announcements={announcements}
      />
    ),
  });
}
