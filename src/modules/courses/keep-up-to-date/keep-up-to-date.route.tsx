import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Prose } from '../../../platform/ui/prose.tsx';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit, maySeeDraft } from '../policy.ts';
import { confirmUpToDate } from './keep-up-to-date.ts';
import { isUntouched } from './untouched.ts';
import { lastChangeOf } from './upkeep.queries.ts';

const path = '/teach/courses/:id/up-to-date';

/** GET and POST /teach/courses/:id/up-to-date: is it all still right? */
export function keepUpToDateRoutes(app: App): void {
  app.get(path, show);
  app.post(path, take);
}

const looks = ['links', 'dates', 'figures', 'pictures', 'voices'] as const;

async function show(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', maySeeDraft);
  const changedAt = await lastChangeOf(db, course.id);
  const to = (end: string) => teachUrl(c, course.id, end);
  const day = t.day(changedAt.toISOString().slice(0, 10));
  return sendCoursePage(c, {
    course,
    room: 'outline',
    width: 'narrow',
    title: t('courses.upkeep.title'),
    lead: t('courses.upkeep.lead', { day }),
    children: (
      <div class="stack">
        {!isUntouched(changedAt, actor.now) && <Notice tone="good">{t('courses.upkeep.fresh')}</Notice>}
        <h2>{t('courses.upkeep.look')}</h2>
        <Prose>
          <ul>
            {looks.map((each) => (
              <li key={each}>{t(`courses.upkeep.look.${each}`)}</li>
            ))}
          </ul>
        </Prose>
        <form method="post" action={to('/up-to-date')} class="row form-end">
          {mayEdit(course.staff, actor) && <Button kind="first">{t('courses.upkeep.confirm')}</Button>}
          <LinkButton kind="quiet" href={to('')}>
            {t('courses.upkeep.change')}
          </LinkButton>
        </form>
      </div>
    ),
  });
}

async function take(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const id = c.req.param('id') ?? '';
  await confirmUpToDate(db, actor, id);
  flash(c, 'good', t('courses.upkeep.confirmed'));
  return c.redirect(teachUrl(c, id, '/up-to-date'), 303);
}
