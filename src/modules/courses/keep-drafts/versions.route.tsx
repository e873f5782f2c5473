import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { maySeeDraft, mayPublish } from '../policy.ts';
import { compareOutlines } from '../publish-course/compare-outlines.ts';
import { versionFacts, versionOutlines } from '../publish-course/versions.queries.ts';
import { courseNotFound } from '../refusals.ts';
import { restoreVersion } from './restore-version.ts';
import { VersionsPage } from './versions.page.tsx';

const mostVersions = 200;

/** /teach/courses/:id/versions: what learners saw when, what differs, and the way back. */
export function versionsRoutes(app: App): void {
  app.get('/teach/courses/:id/versions', showVersions);
  app.get('/teach/courses/:id/versions/:number/restore', askToRestore);
  app.post('/teach/courses/:id/versions/:number/restore', takeRestore);
}

async function showVersions(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', maySeeDraft);
  const versions = await versionFacts(db, course.id, mostVersions);
  const numbers = versions.map(({ number }) => number);
  const asked = (name: string, otherwise: number | undefined): number | undefined => {
    const number = Number(c.req.query(name));
    return numbers.includes(number) ? number : otherwise;
  };
  const to = asked('to', numbers[0]);
  const from = asked('from', numbers[1]);
  const outlines = await versionOutlines(
    db,
    course.id,
    [from, to].filter((each) => each !== undefined),
  );
  const [before, after] = [outlines.get(from ?? 0), outlines.get(to ?? 0)];
  return sendCoursePage(c, {
    course,
    room: 'versions',
    title: t('courses.rooms.versions'),
    lead: t('courses.versions.lead'),
    actions: versions.length > 0 && course.state !== 'draft' && (
      <LinkButton href={urlFor(c.var.site, c.var.lang, `/learn/${course.slug}`)}>
        {t('courses.outline.preview')}
      </LinkButton>
    ),
    children: (
      <VersionsPage
        t={t}
        to={(end) => teachUrl(c, course.id, end)}
        versions={versions}
        mayRestore={mayPublish(course.staff, actor)}
        compared={
          before && after && from !== undefined && to !== undefined && from !== to
            ? { from, to, changes: compareOutlines(before, after) }
            : undefined
        }
      />
    ),
  });
}

const numberOf = (c: AppContext): number => {
  const text = c.req.param('number') ?? '';
  if (!/^[1-9]\d{0,6}$/.test(text)) throw courseNotFound();
  return Number(text);
};

async function askToRestore(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayPublish);
  const number = numberOf(c);
  if (!(await versionOutlines(db, course.id, [number])).has(number)) throw courseNotFound();
  const to = (end: string) => teachUrl(c, course.id, `/versions${end}`);
  return sendCoursePage(c, {
    course,
    room: 'versions',
    width: 'narrow',
    title: t('courses.versions.restore'),
    children: (
      <Confirmation
        title={t('courses.versions.ask', { n: String(number) })}
        effects={[
          t('courses.versions.effect.draft'),
          t('courses.versions.effect.history'),
          t('courses.versions.effect.learners'),
        ]}
        action={to(`/${number}/restore`)}
        yes={t('courses.versions.restore')}
        no={t('courses.cancel')}
        back={to('')}
      />
    ),
  });
}

async function takeRestore(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const courseId = c.req.param('id') ?? '';
  const number = numberOf(c);
  await restoreVersion(db, actor, { courseId, number });
  flash(c, 'good', t('courses.versions.restored', { n: String(number) }));
  return c.redirect(teachUrl(c, courseId), 303);
}
