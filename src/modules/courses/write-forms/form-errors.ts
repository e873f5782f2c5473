import type { z } from 'zod';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { type ContentField, type Filled, groupIn, rowsIn } from './form-field.ts';

/** What is wrong, by the path of its field: "choices.2.text". */
export type FormErrors = Readonly<Record<string, MessageKey>>;

/** What the content's own rules say against it, each beside its field. */
export function formErrors(error: z.ZodError): FormErrors {
  const errors: Record<string, MessageKey> = {};
  for (const issue of leaves(error.issues)) errors[issue.path.map(String).join('.')] ??= keyOf(issue);
  return errors;
}

type Issue = z.core.$ZodIssue;

/** Of content that may have several shapes, the complaints of the shape that fits best. */
function leaves(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const best = issue.errors.reduce((a, b) => (b.length < a.length ? b : a));
    return leaves(best).map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
  });
}

function keyOf(issue: Issue): MessageKey {
  if (issue.code === 'too_small')
    return issue.origin === 'number' ? 'courses.form.too-small' : 'courses.form.missing';
  if (issue.code === 'too_big')
    return issue.origin === 'number' ? 'courses.form.too-big' : 'courses.form.too-long';
  if (issue.code === 'invalid_type')
    return issue.expected === 'number' ? 'courses.form.number' : 'courses.form.missing';
  if (issue.code === 'invalid_format')
    return issue.format === 'url' ? 'courses.form.address' : 'courses.form.missing';
  return 'courses.form.wrong';
}

/** Every error finds a field to stand at: one of a row that has none stands at the rows, and the rest at the form. */
export function placedErrors(
  fields: readonly ContentField[],
  filled: Filled,
  errors: FormErrors,
): FormErrors {
  const known = new Set(pathsOf(fields, filled));
  const placed: Record<string, MessageKey> = {};
  for (const [path, key] of Object.entries(errors)) {
    let at = path;
    // what comes beside a text, its picture, is named after it: "content.text:alt"
    while (at !== '' && !known.has(at.replace(/:\w+$/, '')))
      at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '';
    placed[at] ??= key;
  }
  return placed;
}

function pathsOf(fields: readonly ContentField[], filled: Filled, prefix = ''): string[] {
  return fields.flatMap((field) => {
    const path = prefix + field.name;
    if (field.kind === 'group')
      return field.flat
        ? pathsOf(field.fields, filled, prefix)
        : pathsOf(field.fields, groupIn(filled, field.name), `${path}.`);
    if (field.kind !== 'rows') return [path];
    return [
      path,
      ...rowsIn(filled, field.name).flatMap((row, at) => pathsOf(field.fields, row, `${path}.${at}.`)),
    ];
  });
}

/** Id of a field in the page. */
export const fieldId = (path: string): string => `f-${path.replaceAll(/[.:]/g, '-')}`;
