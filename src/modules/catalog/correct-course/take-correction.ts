import { z } from 'zod';
import type { AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { demand } from '../../../platform/refusal.ts';
import { hidden } from '../refusals.ts';
import { type CorrectedCourse, findCourse } from './correct-course.queries.ts';
import { correctCourse } from './correct-course.ts';
import { correctionFields, type CorrectionFields, neededCourses, readCorrection } from './correction-form.ts';

const anyForm = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat()[0] ?? ''),
);
export type TakenCorrection =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly fields: CorrectionFields;
      readonly errors: Readonly<Record<string, MessageKey>>;
    };

/** Reads a posted correction and keeps it; what is wrong comes back beside its fields. @throws Refusal 404 */
export async function takeCorrection(c: AppContext, course: CorrectedCourse): Promise<TakenCorrection> {
  const { db, actor, t } = c.var;
  const form = await readForm(c, anyForm);
  demand(form.ok, hidden);
  const fields: CorrectionFields = form.value;
  const needed = [];
  for (const words of neededCourses(fields).slice(0, 20)) {
    const found = await findCourse(db, words);
    needed.push(
      found
        ? { key: found.id, title: found.title, ...(found.url ? { url: found.url } : {}) }
        : { title: words },
    );
  }
  const read = readCorrection(fields, correctionFields(course.document), needed);
  if (!read.ok) return { ok: false, fields, errors: read.errors };
  const changed = await correctCourse(db, actor, { courseId: course.id, says: read.says });
  flash(
    c,
    changed.length > 0 ? 'good' : 'info',
    t(changed.length > 0 ? 'catalog.correct.saved' : 'catalog.correct.nothing'),
  );
  return { ok: true };
}
