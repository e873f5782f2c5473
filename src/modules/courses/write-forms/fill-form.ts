import { markdownOfCourseText } from '../../../platform/course-text/markdown-of-course-text.ts';
import type { ContentField, Filled } from './form-field.ts';

type Content = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form as it shows some content; what there is no field for stays where it is. */
export function filledFrom(fields: readonly ContentField[], content: Content): Filled {
  const filled: Record<string, Filled[string]> = {};
  for (const field of fields) {
    if (field.kind === 'group' && field.flat) Object.assign(filled, filledFrom(field.fields, content));
    else filled[field.name] = valueOf(field, content[field.name]);
  }
  const { id } = content;
  return typeof id === 'string' ? { ...filled, id } : filled;
}

function valueOf(field: ContentField, value: unknown): Filled[string] {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? markdownOfCourseText(value) : '';
    case 'number':
      return typeof value === 'number' ? String(rounded(value * (field.scale ?? 1))) : '';
    case 'check':
      return value === true ? 'yes' : '';
    case 'lines':
      return Array.isArray(value) ? value.join('\n') : '';
    case 'numbers':
      return Array.isArray(value) ? value.join(', ') : '';
    case 'several':
      return Array.isArray(value) ? value.map(String) : [];
    case 'rows':
      return filledRows(field, value);
    case 'group':
      return filledFrom(field.fields, isObject(value) ? value : {});
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}

/** 0.07 * 100 is 7.000000000000001. */
const rounded = (value: number): number => Number(value.toPrecision(12));

const filledRows = (
  { fields, begin = 0 }: Extract<ContentField, { kind: 'rows' }>,
  value: unknown,
): readonly Filled[] =>
  Array.isArray(value)
    ? value.map((row) => filledFrom(fields, isObject(row) ? row : {}))
    : Array.from({ length: begin }, () => filledFrom(fields, {}));
