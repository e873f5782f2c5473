import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { Refusal } from '../../../platform/refusal.ts';
import { unitIn } from '../arrange-course/draft-outline.ts';
import { draftOutline } from '../arrange-course/draft-outline.queries.ts';
import type { BlockType } from '../content/blocks.ts';
import { partId } from '../content/identifiers.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { takeCourseFile } from '../course-files/take-course-file.ts';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit } from '../policy.ts';
import { badForm, courseNotFound } from '../refusals.ts';
import { filmChoices } from '../films/choose-film/film-choices.ts';
import { filesWithFilms } from '../films/choose-film/film-files.queries.ts';
import { takeForm, type TakenForm } from '../write-forms/take-form.ts';
import { banksOf } from '../edit-questions/question-sets.queries.ts';
import { filledFrom } from '../write-forms/fill-form.ts';
import { withIds } from '../write-forms/form-deeds.ts';
import type { FormErrors } from '../write-forms/form-errors.ts';
import type { ContentField, Filled } from '../write-forms/form-field.ts';
import { viewScene } from '../view-blocks/view-scene.ts';
import { blockFields, isTesting } from './block-fields.ts';
import { blockFromForm, blockShape, emptyShape } from './block-form.ts';
import { isKindToAdd } from './block-kinds.ts';
import { type DraftedBlock, findBlock } from './block.queries.ts';
import { BlockFormPage } from './block-form.page.tsx';
import { addBlock, writeBlock } from './write-block.ts';

/** Forms of blocks: /teach/courses/:id/units/:unit/add/:kind and /teach/courses/:id/blocks/:block. */
export function editBlockRoutes(app: App): void {
  app.get('/teach/courses/:id/units/:unit/add/:kind', showNew);
  app.post('/teach/courses/:id/units/:unit/add/:kind', takeNew);
  app.get('/teach/courses/:id/blocks/:block', showEdit);
  app.post('/teach/courses/:id/blocks/:block', takeEdit);
  app.post('/teach/courses/:id/blocks/:block/autosave', autosave);
}

const courseOf = (c: AppContext): Promise<CourseAtHand> =>
  courseAtHand(c.var.db, c.var.actor, c.req.param('id') ?? '', mayEdit);

/** Ids of rows last, and are short. */
const rowIds = (c: AppContext) => () => `r${c.var.actor.ids.next().slice(-12)}`;

/** The form of a kind; those that can be passed offer the banks and competencies of the course. */
async function fieldsOf(
  c: AppContext,
  course: CourseAtHand,
  type: BlockType,
): Promise<readonly ContentField[]> {
  const { db, t } = c.var;
  if (!isTesting(type)) return blockFields(t, type, { banks: [], competencies: [] });
  const { banks, competencies } = await banksOf(db, course.id);
  const options = (parts: readonly { readonly id: string; readonly title: string }[]) =>
    parts.map(({ id, title }) => ({ value: id, label: title }));
  return blockFields(t, type, { banks: options(banks), competencies: options(competencies) });
}

const takeBlockForm = (
  c: AppContext,
  course: CourseAtHand,
  fields: readonly ContentField[],
): Promise<TakenForm> => takeForm(c, { fields, newId: rowIds(c), takeFile: takeCourseFile(c, course.id) });

interface FormShown {
  readonly type: BlockType;
  readonly fields: readonly ContentField[];
  readonly filled: Filled;
  readonly errors: FormErrors;
  readonly unit: { readonly id: string; readonly title: string };
  /** The block as it is kept; absent while it is new. */
  readonly block?: DraftedBlock;
  /** Of a new block. */
  readonly newId?: string;
  /** What somebody else made of it meanwhile. */
  readonly theirs?: DraftedBlock;
  readonly revision?: number;
}

async function sendForm(c: AppContext, course: CourseAtHand, shown: FormShown): Promise<Response> {
  const { db, t, tools } = c.var;
  const { type, block, unit, theirs, errors } = shown;
  const kind = type === 'video' || type === 'audio' ? type : undefined;
  const films = kind && (await filesWithFilms(db, course.id));
  const files = films ?? (await filesOf(db, course.id));
  const to = (end: string) => teachUrl(c, course.id, end);
  const scene = viewScene(c, course, files, to);
  return sendCoursePage(c, {
    course,
    room: 'outline',
    width: 'narrow',
    status: theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
    title: t(`courses.kind.${type}`),
    lead: block ? undefined : t(`courses.kind.${type}.text` as 'courses.kind.text.text'),
    crumbs: [{ label: unit.title, href: to(`/units/${unit.id}`) }],
    children: (
      <BlockFormPage
        {...shown}
        t={t}
        assets={tools.assets}
        lang={course.lang}
        action={to(block ? `/blocks/${block.id}` : `/units/${unit.id}/add/${type}`)}
        back={to(`/units/${unit.id}${block ? `#blocks-${block.id}` : ''}`)}
        courseId={course.id}
        view={scene}
        films={films && filmChoices(c, course.id, { files: films, kind })}
      />
    ),
  });
}

async function unitOf(c: AppContext, course: CourseAtHand, id: string): Promise<FormShown['unit']> {
  const found = unitIn(await draftOutline(c.var.db, course.id), id);
  if (!found) throw courseNotFound();
  return found.unit;
}

const kindOf = (c: AppContext) => {
  const kind = c.req.param('kind') ?? '';
  if (!isKindToAdd(kind)) throw courseNotFound();
  return kind;
};

async function showNew(c: AppContext): Promise<Response> {
  const course = await courseOf(c);
  const type = kindOf(c);
  const unit = await unitOf(c, course, c.req.param('unit') ?? '');
  const fields = await fieldsOf(c, course, type);
  const filled = withIds(fields, filledFrom(fields, emptyShape(type)), rowIds(c));
  return sendForm(c, course, { type, fields, unit, filled, errors: {}, newId: c.var.actor.ids.next() });
}

async function takeNew(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseOf(c);
  const type = kindOf(c);
  const unit = await unitOf(c, course, c.req.param('unit') ?? '');
  const fields = await fieldsOf(c, course, type);
  const taken = await takeBlockForm(c, course, fields);
  const id = taken.text('block');
  if (!partId.safeParse(id).success) throw badForm();
  const again = (errors: FormErrors) =>
    sendForm(c, course, { type, fields, unit, filled: taken.filled, errors, newId: id });
  if (!taken.isSaved) return again({});
  const made = blockFromForm(fields, taken.filled, { id, shape: emptyShape(type) });
  if (!made.ok || taken.hasErrors) return again({ ...taken.errors, ...(made.ok ? {} : made.errors) });
  await addBlock(db, actor, { courseId: course.id, unitId: unit.id, block: made.block });
  flash(c, 'good', t('courses.block.added'));
  const end = type === 'questions' ? `/blocks/${id}/questions` : `/units/${unit.id}#blocks-${id}`;
  return c.redirect(teachUrl(c, course.id, end), 303);
}

async function blockAt(c: AppContext, course: CourseAtHand): Promise<DraftedBlock> {
  const block = await findBlock(c.var.db, course.id, c.req.param('block') ?? '');
  if (!block) throw courseNotFound();
  return block;
}

async function showEdit(c: AppContext): Promise<Response> {
  const course = await courseOf(c);
  const block = await blockAt(c, course);
  const { type } = block.content;
  const fields = await fieldsOf(c, course, type);
  const filled = withIds(fields, filledFrom(fields, blockShape(block)), rowIds(c));
  const unit = await unitOf(c, course, block.unitId);
  return sendForm(c, course, { type, fields, unit, filled, errors: {}, block, revision: block.revision });
}

interface BlockTaken {
  readonly course: CourseAtHand;
  readonly block: DraftedBlock;
  readonly fields: readonly ContentField[];
  readonly taken: TakenForm;
  readonly made: ReturnType<typeof blockFromForm>;
  readonly revision: number;
}

async function takeBlock(c: AppContext): Promise<BlockTaken> {
  const course = await courseOf(c);
  const block = await blockAt(c, course);
  const { type } = block.content;
  const fields = await fieldsOf(c, course, type);
  const taken = await takeBlockForm(c, course, fields);
  const made = blockFromForm(fields, taken.filled, {
    id: block.id,
    shape: blockShape(block),
  });
  return { course, block, fields, taken, made, revision: Math.trunc(Number(taken.text('revision'))) || 0 };
}

async function takeEdit(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { course, block, fields, taken, made, revision } = await takeBlock(c);
  const again = async (more: Pick<FormShown, 'errors' | 'theirs'>) =>
    sendForm(c, course, {
      type: block.content.type,
      fields,
      unit: await unitOf(c, course, block.unitId),
      filled: taken.filled,
      block,
      revision: more.theirs?.revision ?? revision,
      ...more,
    });
  if (!taken.isSaved) return again({ errors: {} });
  if (!made.ok || taken.hasErrors)
    return again({ errors: { ...taken.errors, ...(made.ok ? {} : made.errors) } });
  const written = await writeBlock(db, actor, { courseId: course.id, block: made.block, revision });
  if (!written.saved) return again({ errors: {}, theirs: written.theirs });
  flash(c, 'good', t('courses.block.saved'));
  return c.redirect(teachUrl(c, course.id, `/units/${block.unitId}#blocks-${block.id}`), 303);
}

/** For the page's script: what was kept and when, that the block changed meanwhile, or what is in the way. */
async function autosave(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  try {
    const { course, taken, made, revision } = await takeBlock(c);
    if (!made.ok || taken.hasErrors) return c.json({ problem: t('courses.block.not-yet') }, 422);
    const written = await writeBlock(db, actor, {
      courseId: course.id,
      block: made.block,
      revision,
      auto: true,
    });
    if (!written.saved) return c.json({ changed: true }, 409);
    return c.json({
      revision: written.revision,
      said: t('courses.block.saved-at', { moment: t.moment(actor.now) }),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ problem: t(error.messageKey as 'courses.form.bad') }, error.status);
  }
}
