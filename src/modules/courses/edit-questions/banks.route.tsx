import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { Button } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { Bank } from '../content/course-content.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { courseAtHand, holdCourse } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit } from '../policy.ts';
import { bankInUse, courseNotFound } from '../refusals.ts';
import { banksOf, blocksThatDraw, setBanks } from './question-sets.queries.ts';

/** GET and POST /teach/courses/:id/banks: banks of questions from which sets draw. */
export function banksRoutes(app: App): void {
  app.get('/teach/courses/:id/banks', showBanks);
  app.post('/teach/courses/:id/banks', takeBank);
  app.post('/teach/courses/:id/banks/:set/remove', removeBank);
}

async function showBanks(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '');
  const { banks } = await banksOf(db, course.id);
  const to = (end: string) => teachUrl(c, course.id, `/banks${end}`);
  const may = mayEdit(course.staff, actor);
  return sendCoursePage(c, {
    course,
    room: 'banks',
    title: t('courses.rooms.banks'),
    lead: t('courses.bank.lead'),
    children: (
      <>
        {banks.length === 0 && (
          <EmptyState title={t('courses.bank.none')} text={t('courses.bank.none.text')} />
        )}
        <ul class="list taught">
          {banks.map((bank) => (
            <li key={bank.id}>
              <h2 lang={course.lang}>
                {may ? (
                  <a href={to(`/${bank.id}/questions`)}>
                    <bdi>{bank.title}</bdi>
                  </a>
                ) : (
                  <bdi>{bank.title}</bdi>
                )}
              </h2>
              <div class="row">
                <span class="soft">{t('courses.view.questions', { n: bank.questions.length })}</span>
                {may && bank.questions.length === 0 && (
                  <form method="post" action={to(`/${bank.id}/remove`)}>
                    <Button small kind="quiet">
                      {t('courses.outline.remove')}
                      <span class="unseen"> {bank.title}</span>
                    </Button>
                  </form>
                )}
              </div>
            </li>
          ))}
        </ul>
        {may && (
          <form method="post" action={to('')} class="adding section">
            <input type="hidden" name="id" value={actor.ids.next()} />
            <TextInput
              id="bank"
              name="title"
              label={t('courses.bank.new')}
              maxlength={300}
              dir="auto"
              required
            />
            <Button>{t('courses.bank.add')}</Button>
          </form>
        )}
      </>
    ),
  });
}

const bankForm = z.object({ id: z.uuid(), title: z.string().trim().min(1).max(300) });

async function takeBank(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const courseId = c.req.param('id') ?? '';
  const read = await readForm(c, bankForm);
  if (!read.ok) {
    flash(c, 'bad', t('courses.outline.no-title'));
    return c.redirect(teachUrl(c, courseId, '/banks'), 303);
  }
  const bank = { ...read.value, questions: [] };
  await changeBanks(db, actor, courseId, (banks) =>
    banks.some(({ id }) => id === bank.id) ? banks : [...banks, bank],
  );
  return c.redirect(teachUrl(c, courseId, `/banks/${bank.id}/questions`), 303);
}

async function removeBank(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const { id: courseId = '', set = '' } = c.req.param();
  await changeBanks(db, actor, courseId, async (banks) => {
    const bank = banks.find(({ id }) => id === set);
    if (!bank) throw courseNotFound();
    if (bank.questions.length > 0 || (await blocksThatDraw(db, courseId, set)) > 0) throw bankInUse();
    return banks.filter(({ id }) => id !== set);
  });
  return c.redirect(teachUrl(c, courseId, '/banks'), 303);
}

type ChangeBanks = (banks: readonly Bank[]) => readonly Bank[] | Promise<readonly Bank[]>;

async function changeBanks(db: Db, actor: Actor, courseId: string, change: ChangeBanks): Promise<void> {
  await holdCourse(db, actor, courseId, mayEdit);
  const { banks } = await banksOf(db, courseId);
  await setBanks(db, courseId, await change(banks));
  await touchCourse(db, courseId, actor.now);
}
