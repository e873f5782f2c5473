import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { Button } from '../../../platform/ui/button.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import type { DraftOutline } from '../arrange-course/draft-outline.ts';
import { unitIn } from '../arrange-course/draft-outline.ts';
import { draftOutline } from '../arrange-course/draft-outline.queries.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { taughtCourses } from '../list-courses/list-courses.queries.ts';
import { mayEdit } from '../policy.ts';
import { badForm, courseNotFound } from '../refusals.ts';
import { reuseBlocks } from './reuse-content.ts';

const mostCourses = 200;

/** /teach/courses/:id/units/:unit/reuse: blocks of one's other courses, copied into a unit. */
export function reuseRoutes(app: App): void {
  app.get('/teach/courses/:id/units/:unit/reuse', showReuse);
  app.post('/teach/courses/:id/units/:unit/reuse', takeReuse);
}

async function showReuse(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
  const unitId = c.req.param('unit') ?? '';
  const asked = c.req.query('from');
  const from =
    asked === undefined || asked === course.id ? course : await courseAtHand(db, actor, asked, mayEdit);
  const outline = await draftOutline(db, from.id);
  if (from.id === course.id && !unitIn(outline, unitId)) throw courseNotFound();
  const mine = { personId: actor.id ?? '', all: false, page: 1, perPage: mostCourses };
  const { courses } = await taughtCourses(db, mine);
  const editable = courses.filter(({ role }) => role === 'owner' || role === 'author');
  const options = [course, ...editable.filter(({ id }) => id !== course.id)];
  const here = teachUrl(c, course.id, `/units/${unitId}`);
  return sendCoursePage(c, {
    course,
    room: 'outline',
    width: 'narrow',
    title: t('courses.unit.reuse'),
    lead: t('courses.reuse.lead'),
    crumbs: [{ label: t('courses.question.unit-page'), href: here }],
    children: (
      <>
        <form method="get" action={`${here}/reuse`} class="adding">
          <Select
            id="from"
            name="from"
            label={t('courses.reuse.from')}
            value={from.id}
            options={options.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Button>{t('courses.reuse.show')}</Button>
        </form>
        <Choices c={c} outline={outline} action={`${here}/reuse`} from={from.id} lang={from.lang} />
      </>
    ),
  });
}

interface ChoicesProps {
  readonly c: AppContext;
  readonly outline: DraftOutline;
  readonly action: string;
  readonly from: string;
  readonly lang: string;
}

/** Units and blocks of a course, each with a button. One form holds them all. */
function Choices({ c, outline, action, from, lang }: ChoicesProps) {
  const { t } = c.var;
  const units = outline.sections
    .flatMap((section) => section.units)
    .filter(({ blocks }) => blocks.length > 0);
  if (units.length === 0) return <p class="section">{t('courses.reuse.nothing')}</p>;
  return (
    <form method="post" action={action} class="section">
      <input type="hidden" name="from" value={from} />
      {units.map((unit) => (
        <section key={unit.id} class="outline-section">
          <header class="row drafted-head">
            <h2 lang={lang}>
              <bdi>{unit.title}</bdi>
            </h2>
            <Button small name="take" value={unit.id}>
              {t('courses.reuse.unit')}
              <span class="unseen"> {unit.title}</span>
            </Button>
          </header>
          <ul class="outline-units">
            {unit.blocks.map((block) => {
              const kind = t(`courses.kind.${block.type}`);
              return (
                <li key={block.id}>
                  <span>{block.title === '' ? kind : `${kind}: ${block.title}`}</span>
                  <Button small kind="quiet" name="take" value={`${unit.id}:${block.id}`}>
                    {t('courses.reuse.block')}
                    <span class="unseen"> {block.title || kind}</span>
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </form>
  );
}

const reuseForm = z.object({ from: z.string().max(80), take: z.string().max(200) });

async function takeReuse(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { id: courseId = '', unit: unitId = '' } = c.req.param();
  const read = await readForm(c, reuseForm);
  if (!read.ok) throw badForm();
  const [from = '', blockId] = read.value.take.split(':');
  const n = await reuseBlocks(db, actor, {
    courseId,
    unitId,
    from: { courseId: read.value.from, unitId: from, blockId },
  });
  flash(c, 'good', t('courses.reuse.done', { n }));
  return c.redirect(teachUrl(c, courseId, `/units/${unitId}`), 303);
}
