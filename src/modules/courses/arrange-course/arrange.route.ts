import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { teachUrl } from '../course-people/course-frame.tsx';
import { badForm } from '../refusals.ts';
import { addSection, addUnit, duplicateBlock, duplicateUnit } from './add-parts.ts';
import { placePart, putBackPart, removePart, stepPart } from './arrange-course.ts';
import { partKinds, type PartPlace } from './draft-outline.ts';
import { findPart } from './parts.queries.ts';

/** POST /teach/courses/:id/arrange and /add: every button of the outline and of a unit's page. */
export function arrangeRoutes(app: App): void {
  app.post('/teach/courses/:id/arrange', takeDeed);
  app.post('/teach/courses/:id/add', takeNew);
}

const deeds = ['up', 'down', 'duplicate', 'remove', 'put-back', 'place'] as const;

/** What the pressed button says: "up:units:ID". */
const deed = z
  .string()
  .transform((text) => text.split(':'))
  .pipe(z.tuple([z.enum(deeds), z.enum(partKinds), z.string().max(80)]));

const arrangeForm = z.object({
  do: deed,
  /** The unit on whose page the button stood; the outline where there is none. */
  unit: z.string().max(80).optional(),
  /** For `place`: where it goes. */
  into: z.string().max(80).default(''),
  before: z.string().max(80).optional(),
});

async function takeDeed(c: AppContext): Promise<Response> {
  const read = await readForm(c, arrangeForm);
  if (!read.ok) throw badForm();
  const { unit, into, before } = read.value;
  const [what, kind, part] = read.value.do;
  const place: PartPlace = { courseId: c.req.param('id') ?? '', kind, part };
  const copy = await doIt(c, what, place, { into, before });
  const end = unit === undefined || (kind === 'units' && unit === part) ? '' : `/units/${unit}`;
  const undo = what === 'remove' ? { undo: `${kind}:${part}` } : {};
  const anchor = what === 'remove' ? '' : `#${kind}-${copy ?? part}`;
  return c.redirect(teachUrl(c, place.courseId, end, undo) + anchor, 303);
}

async function doIt(
  c: AppContext,
  what: (typeof deeds)[number],
  place: PartPlace,
  to: { readonly into: string; readonly before: string | undefined },
): Promise<string | undefined> {
  const { db, actor, t } = c.var;
  switch (what) {
    case 'up':
    case 'down':
      await stepPart(db, actor, { ...place, to: what });
      return undefined;
    case 'place':
      await placePart(db, actor, { ...place, ...to });
      return undefined;
    case 'remove':
      await removePart(db, actor, place);
      return undefined;
    case 'put-back':
      await putBackPart(db, actor, place);
      return undefined;
    case 'duplicate': {
      if (place.kind === 'blocks') return duplicateBlock(db, actor, place);
      if (place.kind === 'sections') throw badForm();
      const title = (await findPart(db, place))?.title ?? '';
      return duplicateUnit(db, actor, { ...place, title: t('courses.copy-of', { title }) });
    }
  }
}

const newForm = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(500),
  /** A unit of this section; a section where there is none. */
  section: z.string().max(80).optional(),
});

async function takeNew(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const courseId = c.req.param('id') ?? '';
  const read = await readForm(c, newForm);
  if (!read.ok) {
    flash(c, 'bad', t('courses.outline.no-title'));
    return c.redirect(teachUrl(c, courseId), 303);
  }
  const { id, title, section } = read.value;
  if (section === undefined) {
    await addSection(db, actor, { courseId, id, title, unitTitle: t('courses.new.unit', { n: 1 }) });
    return c.redirect(`${teachUrl(c, courseId)}#sections-${id}`, 303);
  }
  await addUnit(db, actor, { courseId, id, title, sectionId: section });
  return c.redirect(teachUrl(c, courseId, `/units/${id}`), 303);
}
