import type { App, AppContext } from '../../../platform/http/environment.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { draftOutline } from '../arrange-course/draft-outline.queries.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { blocksOfUnit } from '../edit-block/block.queries.ts';
import { courseNotFound } from '../refusals.ts';
import { allowBlocks } from '../show-blocks/allow-blocks.ts';
import { BlockView } from './block-view.tsx';
import { viewScene } from './view-scene.ts';

/** GET /teach/courses/:id/preview/:unit: the draft of a unit as learners would read it. */
export function previewRoutes(app: App): void {
  app.get('/teach/courses/:id/preview/:unit', showPreview);
}

async function showPreview(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '');
  const units = (await draftOutline(db, course.id)).sections.flatMap((section) => section.units);
  const at = units.findIndex(({ id }) => id === c.req.param('unit'));
  const unit = units[at];
  if (!unit) throw courseNotFound();
  const to = (end: string) => teachUrl(c, course.id, end);
  const blocks = await blocksOfUnit(db, course.id, unit.id);
  allowBlocks(
    c,
    blocks.map(({ content }) => content),
  );
  const scene = { ...viewScene(c, course, await filesOf(db, course.id), to), asLearner: true };
  const step = (n: number, label: string) => {
    const next = units[at + n];
    return next && <LinkButton href={to(`/preview/${next.id}`)}>{label}</LinkButton>;
  };
  return sendCoursePage(c, {
    course,
    room: 'outline',
    width: 'narrow',
    title: unit.title,
    titleLang: course.lang,
    children: (
      <>
        <Notice>
          {t('courses.preview.note')} <a href={to(`/units/${unit.id}`)}>{t('courses.preview.back')}</a>
        </Notice>
        {blocks
          .filter(({ content }) => content.type !== 'source')
          .map((block) => (
            <section key={block.id} class="section">
              <BlockView scene={scene} block={block} />
            </section>
          ))}
        <div class="row form-end">
          {step(-1, t('courses.preview.before'))}
          {step(1, t('courses.preview.next'))}
        </div>
      </>
    ),
  });
}
