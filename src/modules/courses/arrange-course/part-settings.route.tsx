import type { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { section, unit } from '../content/course-content.ts';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit } from '../policy.ts';
import { badForm, courseNotFound } from '../refusals.ts';
import { contentFrom } from '../write-forms/content-from-form.ts';
import { ContentForm } from '../write-forms/content-form.tsx';
import { fieldMakers } from '../write-forms/field-makers.ts';
import { filledFrom, isObject } from '../write-forms/fill-form.ts';
import { type FormErrors, formErrors } from '../write-forms/form-errors.ts';
import type { ContentField, Filled } from '../write-forms/form-field.ts';
import { takeForm } from '../write-forms/take-form.ts';
import { describePart } from './add-parts.ts';
import type { DraftOutline } from './draft-outline.ts';
import { draftOutline } from './draft-outline.queries.ts';
import { contentOfPart } from './parts.queries.ts';

/** What a section or a unit says of itself: /teach/courses/:id/sections/:part and /units/:part/settings. */
export function partSettingsRoutes(app: App): void {
  app.get('/teach/courses/:id/sections/:part', (c) => show(c, 'sections'));
  app.post('/teach/courses/:id/sections/:part', (c) => take(c, 'sections'));
  app.get('/teach/courses/:id/units/:part/settings', (c) => show(c, 'units'));
  app.post('/teach/courses/:id/units/:part/settings', (c) => take(c, 'units'));
}

type Kind = 'sections' | 'units';

interface PartAtHand {
  readonly course: CourseAtHand;
  readonly id: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly fields: readonly ContentField[];
}

async function partAt(c: AppContext, kind: Kind): Promise<PartAtHand> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
  const id = c.req.param('part') ?? '';
  const content = await contentOfPart(db, { courseId: course.id, kind, part: id });
  if (!isObject(content)) throw courseNotFound();
  const fields = kind === 'units' ? unitFields(t) : sectionFields(t, await draftOutline(db, course.id), id);
  return { course, id, content, fields };
}

function unitFields(t: Translator): readonly ContentField[] {
  const { line, number } = fieldMakers(t);
  return [
    line('title', 'courses.part.title'),
    line('group', 'courses.part.group', { optional: true, hint: 'courses.part.group.hint' }),
    number('minutes', 'courses.part.minutes', {
      optional: true,
      min: 0,
      max: 600,
      hint: 'courses.part.minutes.hint',
    }),
  ];
}

function sectionFields(t: Translator, { sections }: DraftOutline, id: string): readonly ContentField[] {
  const { line, number, several } = fieldMakers(t);
  const others = sections
    .filter((each) => each.id !== id)
    .map((each) => ({ value: each.id, label: each.title }));
  return [
    line('title', 'courses.part.title'),
    line('strand', 'courses.part.strand', { optional: true, hint: 'courses.part.strand.hint' }),
    number('opensAfter', 'courses.part.opens-after', {
      optional: true,
      min: 0,
      hint: 'courses.part.opens-after.hint',
    }),
    ...(others.length === 0
      ? []
      : [several('after', 'courses.part.after', others, 'courses.part.after.hint')]),
  ];
}

async function show(c: AppContext, kind: Kind): Promise<Response> {
  const part = await partAt(c, kind);
  return send(c, kind, part, { filled: filledFrom(part.fields, part.content), errors: {} });
}

const shapes = { sections: section.omit({ units: true }), units: unit.omit({ blocks: true }) } as const;

async function take(c: AppContext, kind: Kind): Promise<Response> {
  const { db, actor, t } = c.var;
  const part = await partAt(c, kind);
  const { course, id, content, fields } = part;
  const taken = await takeForm(c, {
    fields,
    newId: () => actor.ids.next(),
    takeFile: () => Promise.reject(badForm()),
  });
  const shape: z.ZodType<object> = shapes[kind];
  const parsed = shape.safeParse({ ...contentFrom(fields, taken.filled, content), id });
  if (!parsed.success) return send(c, kind, part, { filled: taken.filled, errors: formErrors(parsed.error) });
  await describePart(db, actor, { courseId: course.id, kind, part: id, content: parsed.data });
  flash(c, 'good', t('courses.saved'));
  const end = kind === 'units' ? `/units/${id}` : `#sections-${id}`;
  return c.redirect(teachUrl(c, course.id) + end, 303);
}

function send(
  c: AppContext,
  kind: Kind,
  { course, id, fields }: PartAtHand,
  { filled, errors }: { readonly filled: Filled; readonly errors: FormErrors },
): Response {
  const { t, tools } = c.var;
  const to = (end: string) => teachUrl(c, course.id, end);
  const here = kind === 'units' ? `/units/${id}/settings` : `/sections/${id}`;
  return sendCoursePage(c, {
    course,
    room: 'outline',
    width: 'narrow',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    title: t(`courses.part.${kind}`),
    children: (
      <ContentForm
        t={t}
        assets={tools.assets}
        lang={course.lang}
        fields={fields}
        filled={filled}
        errors={errors}
        action={to(here)}
        back={kind === 'units' ? to(`/units/${id}`) : `${to('')}#sections-${id}`}
        courseId={course.id}
        fileOf={() => undefined}
      />
    ),
  });
}
