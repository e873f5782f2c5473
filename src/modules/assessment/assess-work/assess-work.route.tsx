import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import {
  type CourseRoom,
  CourseRooms,
  filesNamed,
  courseFiles,
  type StaffMember,
} from '../../courses/index.ts';
import { filesOfCourseText } from '../../../platform/course-text/words.ts';
import { ownFilesIn } from '../keep-files/own-files.ts';
import { readLearnerForm } from '../keep-files/read-learner-form.ts';
import { assess, isUuid, mayAssess, questionIn, queueOf, workFor } from './assess.ts';
import { AssessPage } from './assess.page.tsx';
import { QueuePage } from './queue.page.tsx';
import { fileOfWork } from './work-file.queries.ts';
import type { WorkToAssess } from './work-desk.queries.ts';

/** GET /teach/courses/:id/work, the queue; GET and POST /teach/courses/:id/work/:work; GET /work-files/:work/:place. */
export function assessWorkRoutes(app: App): void {
  app.get('/teach/courses/:id/work', signedInOnly, keptNowhere, showQueue);
  app.get('/teach/courses/:id/work/:work', signedInOnly, keptNowhere, (c) => showWork(c));
  app.post('/teach/courses/:id/work/:work', signedInOnly, takeVerdict);
  app.get('/work-files/:work/:place', signedInOnly, sendWorkFile);
}

export const teachPath = (c: AppContext, courseId: string, end = ''): string =>
  urlFor(c.var.site, c.var.lang, `/teach/courses/${courseId}${end}`);

export const crumbs = (c: AppContext, course: { readonly id: string; readonly title: string }) => [
  { label: c.var.t('assessment.teach'), href: urlFor(c.var.site, c.var.lang, '/teach') },
  { label: course.title, href: teachPath(c, course.id) },
];

export const roomsOf = (
  c: AppContext,
  course: { readonly id: string; readonly staff: readonly StaffMember[] },
  current: CourseRoom,
) => (
  <CourseRooms
    t={c.var.t}
    actor={c.var.actor}
    course={course}
    hrefOf={(end) => teachPath(c, course.id, end)}
    current={current}
  />
);

async function showQueue(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await queueOf(db, actor, c.req.param('id') ?? '');
  return sendPage(c, {
    title: t('assessment.queue.title'),
    indexed: false,
    breadcrumbs: crumbs(c, course),
    children: (
      <QueuePage
        t={t}
        rooms={roomsOf(c, course, 'work')}
        course={course}
        now={actor.now}
        hrefOf={(work) => teachPath(c, course.id, `/work/${work}`)}
      />
    ),
  });
}

interface CameBack {
  readonly form: URLSearchParams;
  readonly refusal: Refusal;
}

async function showWork(c: AppContext, back?: CameBack): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const work = await workFor(db, actor, c.req.param('work') ?? '');
  if (work.course.id !== c.req.param('id'))
    return c.redirect(teachPath(c, work.course.id, `/work/${work.id}`), 302);
  const files = await filesNamed(db, work.course.id, filesOf(work));
  return sendPage(c, {
    title: t('assessment.assess.title'),
    indexed: false,
    width: 'narrow',
    status: back?.refusal.status === 409 ? 409 : back ? 422 : 200,
    breadcrumbs: [
      ...crumbs(c, work.course),
      { label: t('assessment.queue.title'), href: teachPath(c, work.course.id, '/work') },
    ],
    children: (
      <AssessPage
        t={t}
        work={work}
        mayAssess={mayAssess(work, actor)}
        action={teachPath(c, work.course.id, `/work/${work.id}`)}
        queue={teachPath(c, work.course.id, '/work')}
        fileAddress={(place) => urlFor(site, lang, `/work-files/${work.id}/${place}`)}
        text={{
          fileOf: courseFiles(work.course.id, files),
          unitAddress: () => undefined,
          tableLabel: t('assessment.table'),
        }}
        typed={back?.form}
        problem={
          back && {
            field: back.refusal.field ?? '',
            text: t(back.refusal.messageKey as MessageKey, back.refusal.values),
          }
        }
      />
    ),
  });
}

const filesOf = (work: WorkToAssess): string[] => {
  const texts = work.content?.type === 'assignment' ? [work.content.task] : [questionIn(work)?.prompt ?? ''];
  return texts.flatMap(filesOfCourseText);
};

async function takeVerdict(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { form } = await readLearnerForm(c);
  try {
    const { next } = await assess(db, actor, { workId: c.req.param('work') ?? '', form });
    flash(c, 'good', t(next === null ? 'assessment.assess.done-last' : 'assessment.assess.done'));
    const id = c.req.param('id') ?? '';
    return c.redirect(teachPath(c, id, next === null ? '/work' : `/work/${next}`), 303);
  } catch (error) {
    // what was typed comes back: with what is missing, or with what a colleague said meanwhile
    if (error instanceof Refusal && error.field !== undefined) return showWork(c, { form, refusal: error });
    throw error;
  }
}

/** A file of somebody's work, for them and for those who teach the course; always downloaded, never shown in place. */
async function sendWorkFile(c: AppContext): Promise<Response> {
  const { db, actor, tools } = c.var;
  const { work = '', place = '' } = c.req.param();
  if (!isUuid(work) || !/^\d{1,2}$/.test(place)) return c.notFound();
  const file = await fileOfWork(db, actor, work, Number(place));
  if (!file) return c.notFound();
  return sendFile(c, ownFilesIn(tools.storage), {
    key: file.key,
    name: file.name,
    type: file.type,
    inPlace: false,
    cache: 'private, no-store',
  });
}
