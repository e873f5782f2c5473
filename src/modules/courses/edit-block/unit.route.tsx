import type { App, AppContext } from '../../../platform/http/environment.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { unitIn } from '../arrange-course/draft-outline.ts';
import { draftOutline } from '../arrange-course/draft-outline.queries.ts';
import { undonePart } from '../arrange-course/undone.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit, mayReview } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { blocksOfUnit } from './block.queries.ts';
import { allowBlocks } from '../show-blocks/allow-blocks.ts';
import { viewScene } from '../view-blocks/view-scene.ts';
import { UnitPage } from './unit.page.tsx';

/** GET /teach/courses/:id/units/:unit: what stands in a unit, to write and to arrange. */
export function unitRoutes(app: App): void {
  app.get('/teach/courses/:id/units/:unit', showUnit);
}

async function showUnit(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '');
  const outline = await draftOutline(db, course.id);
  const found = unitIn(outline, c.req.param('unit') ?? '');
  if (!found) throw courseNotFound();
  const { unit, section } = found;
  const may = mayEdit(course.staff, actor);
  const to = (end: string) => teachUrl(c, course.id, end);
  const [blocks, files, undone] = [
    await blocksOfUnit(db, course.id, unit.id),
    await filesOf(db, course.id),
    await undonePart(db, course.id, c.req.query('undo')),
  ];
  allowBlocks(
    c,
    blocks.map(({ content }) => content),
  );
  return sendCoursePage(c, {
    course,
    room: 'outline',
    title: unit.title,
    titleLang: course.lang,
    crumbs: [{ label: section.title, href: `${to('')}#sections-${section.id}` }],
    actions: (
      <>
        <LinkButton href={to(`/preview/${unit.id}`)}>{t('courses.outline.preview')}</LinkButton>
        {may && <LinkButton href={to(`/units/${unit.id}/settings`)}>{t('courses.unit.settings')}</LinkButton>}
      </>
    ),
    children: (
      <UnitPage
        t={t}
        to={to}
        unit={unit}
        sections={outline.sections}
        section={section.id}
        blocks={blocks}
        scene={viewScene(c, course, files, to)}
        mayEdit={may}
        mayReview={mayReview(course.staff, actor)}
        undone={undone}
      />
    ),
  });
}
