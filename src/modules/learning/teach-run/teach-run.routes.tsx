import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { streamText } from '../../../platform/http/stream-text.ts';
import { csvLine } from '../../../platform/text/csv-line.ts';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { sceneOf } from '../find-place/learn-scene.ts';
import { unitsOf } from '../ledger/standing.ts';
import { smallestGroup } from '../tell-author/to-do.ts';
import { filmFigures } from '../watch-films/film-figures.ts';
import { filmCounts } from '../watch-films/watched.queries.ts';
import { Dashboard } from './dashboard.page.tsx';
import {
  endExtension,
  extend,
  extensionForm,
  handForm,
  type LearnerToTeach,
  learnerToTeach,
  markByHand,
} from './help-learner.ts';
import { peopleAfter, peopleOfRun, type PeopleQuestion, type PersonInRun } from './people.queries.ts';
import { People } from './people.page.tsx';
import { PersonPage, type PersonProps } from './person.page.tsx';
import { mostCountedLive, runFigures } from './run-figures.ts';
import { runToTeach } from './run-to-teach.ts';
import { type Segment, segments } from './segments.ts';
import { runUrl, sendTeachPage } from './teach-frame.tsx';

/** Teaching a run, under /teach/runs/:run; strangers get 404. */
export function teachRunRoutes(app: App): void {
  app.use('/teach/runs/:run', signedInOnly, keptNowhere);
  app.use('/teach/runs/:run/*', signedInOnly, keptNowhere);
  app.get('/teach/runs/:run', showDashboard);
  app.get('/teach/runs/:run/people', showPeople);
  app.get('/teach/runs/:run/people.csv', sendCsv);
  app.get('/teach/runs/:run/people/:enrolment', showPerson);
  app.post('/teach/runs/:run/people/:enrolment/extension', takeExtension);
  app.post('/teach/runs/:run/people/:enrolment/extension/end', takeExtensionEnd);
  app.post('/teach/runs/:run/people/:enrolment/hand', takeHand);
}

const param = (c: AppContext, name: string): string => c.req.param(name) ?? '';

async function showDashboard(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const found = await runToTeach(db, actor, param(c, 'run'));
  const figures = await runFigures(db, found.run.id, actor.now);
  const { run, course } = found;
  const watched = await filmCounts(db, { courseId: course.id, runId: run.id, least: smallestGroup });
  return sendTeachPage(c, found, {
    room: 'figures',
    children: (
      <Dashboard
        t={t}
        course={found.course}
        figures={figures}
        waiting={found.waiting}
        films={filmFigures(unitsOf(course.outline), watched, smallestGroup)}
        filmHref={(blockId) =>
          urlFor(
            site,
            lang,
            `/teach/courses/${course.id}/watched${blockId === undefined ? '' : `/${encodeURIComponent(blockId)}`}`,
            { run: run.id },
          )
        }
        conversationsHref={urlFor(site, lang, `/teach/courses/${found.course.id}/conversations`, {
          run: found.run.id,
        })}
        zone={found.run.zone}
        isLive={figures.people.all <= mostCountedLive}
        peopleHref={(segment) => runUrl(c, found.run.id, '/people', { segment })}
        courseHref={(end) => urlFor(site, lang, `/teach/courses/${found.course.id}${end}`)}
      />
    ),
  });
}

function questionOf(c: AppContext, runId: string): PeopleQuestion {
  const asked = c.req.query('segment');
  return {
    runId,
    segment: segments.find((each): each is Segment => each === asked) ?? 'all',
    q: (c.req.query('q') ?? '').trim().slice(0, 80),
    now: c.var.actor.now,
  };
}

async function showPeople(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const found = await runToTeach(db, actor, param(c, 'run'));
  const question = questionOf(c, found.run.id);
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
  const { people, total } = await peopleOfRun(db, question, page);
  return sendTeachPage(c, found, {
    room: 'people',
    title: t('learning.teach.room.people'),
    children: (
      <People
        t={t}
        course={found.course}
        people={people}
        total={total}
        segment={question.segment}
        q={question.q}
        page={page}
        hrefOf={(end, query) => runUrl(c, found.run.id, end, query)}
      />
    ),
  });
}

const csvColumns: readonly (readonly [string, (person: PersonInRun) => string | number])[] = [
  ['enrolment', ({ enrolmentId }) => enrolmentId],
  ['name', ({ name }) => name],
  ['state', ({ state }) => state],
  ['share', ({ share }) => Math.round(share * 1000) / 1000],
  ['points', ({ points }) => points],
  ['points of', ({ pointsOf }) => pointsOf],
  ['units seen', ({ seen }) => seen],
  ['enrolled', ({ enrolledAt }) => enrolledAt.toISOString()],
  ['last seen', ({ lastSeenAt }) => lastSeenAt?.toISOString() ?? ''],
  ['completed', ({ completedAt }) => completedAt?.toISOString() ?? ''],
];

async function sendCsv(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const { run } = await runToTeach(db, actor, param(c, 'run'));
  const question = questionOf(c, run.id);
  c.header('Content-Disposition', 'attachment; filename="people.csv"');
  return streamText(c, 'text/csv; charset=utf-8; header=present', async function* () {
    yield `\ufeff${csvLine(csvColumns.map(([name]) => name))}`;
    let after: string | undefined;
    for (;;) {
      const people = await peopleAfter(db, question, after, 500);
      for (const person of people) yield csvLine(csvColumns.map(([, cell]) => cell(person)));
      after = people.at(-1)?.enrolmentId;
      if (people.length < 500) return;
    }
  });
}

const whom = (c: AppContext) => ({ runId: param(c, 'run'), enrolmentId: param(c, 'enrolment') });
const personUrl = (c: AppContext, end = ''): string =>
  runUrl(c, param(c, 'run'), `/people/${param(c, 'enrolment')}${end}`);

async function showPerson(c: AppContext): Promise<Response> {
  return sendPerson(c, await learnerToTeach(c.var.db, c.var.actor, whom(c)), 'extension', emptyForm);
}

function sendPerson(
  c: AppContext,
  found: LearnerToTeach,
  formOf: PersonProps['formOf'],
  form: FormState,
): Response {
  return sendTeachPage(c, found, {
    room: 'people',
    title: found.learner.name,
    ...(Object.keys(form.errors).length > 0 && { status: 422 }),
    children: (
      <PersonPage
        scene={sceneOf(c)}
        found={found}
        isSelf={found.learner.personId === c.var.actor.id}
        form={form}
        formOf={formOf}
        handId={c.var.actor.ids.next()}
        here={(end) => personUrl(c, end)}
      />
    ),
  });
}

async function takeExtension(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, extensionForm);
  const done = read.ok
    ? await answerForm(c, () => extend(db, actor, { ...whom(c), input: read.value }))
    : read;
  if (!done.ok) return sendPerson(c, await learnerToTeach(db, actor, whom(c)), 'extension', done.form);
  flash(c, 'good', t('learning.teach.extended'));
  return c.redirect(personUrl(c), 303);
}

async function takeExtensionEnd(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { block } = await c.req.parseBody();
  await endExtension(db, actor, { ...whom(c), block: typeof block === 'string' ? block : '' });
  flash(c, 'good', t('learning.teach.extension-ended'));
  return c.redirect(personUrl(c), 303);
}

async function takeHand(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, handForm);
  if (!read.ok) return sendPerson(c, await learnerToTeach(db, actor, whom(c)), 'hand', read.form);
  await markByHand(db, actor, { ...whom(c), input: read.value });
  flash(c, 'good', t('learning.teach.marked'));
  return c.redirect(personUrl(c), 303);
}
