import { cleanCourseText } from '../../../platform/course-text/clean-course-text.ts';
import { markdownOfCourseText } from '../../../platform/course-text/markdown-of-course-text.ts';
import type { ContentField, Filled, RowsField } from './form-field.ts';

/** What a browser sent: each name with its texts. */
export type PostedForm = ReadonlyMap<string, readonly string[]>;

const mostRows = 600;

/** The form as it came: rows by their numbers, in that order. */
export function readFilled(fields: readonly ContentField[], posted: PostedForm, path = ''): Filled {
  const filled: Record<string, Filled[string]> = {};
  for (const field of fields) {
    if (field.kind === 'group' && field.flat) Object.assign(filled, readFilled(field.fields, posted, path));
    else Object.assign(filled, readField(field, posted, path + field.name));
  }
  const id = posted.get(`${path}id`)?.[0];
  return id === undefined ? filled : { ...filled, id };
}

function readField(field: ContentField, posted: PostedForm, path: string): Filled {
  const { name } = field;
  const texts = posted.get(path) ?? [];
  switch (field.kind) {
    case 'rows':
      return { [name]: readRows(field, posted, path) };
    case 'group':
      return { [name]: readFilled(field.fields, posted, `${path}.`) };
    case 'several':
      return { [name]: texts };
    case 'text':
      return readText(name, posted, path);
    default:
      return { [name]: plain(texts[0] ?? '') };
  }
}

/** Line ends as one writes them on every machine; what a database cannot keep is taken out. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').toWellFormed().replaceAll('\0', '');

/** A formatted text comes as HTML; the field shows it as Markdown where the form comes back. */
function readText(name: string, posted: PostedForm, path: string): Filled {
  const text = plain(posted.get(path)?.[0] ?? '');
  if (posted.get(`${path}:format`)?.[0] !== 'html') return { [name]: text };
  const html = cleanCourseText(text);
  return { [name]: markdownOfCourseText(html), [`${name}:html`]: html };
}

function readRows({ fields }: RowsField, posted: PostedForm, path: string): Filled[] {
  const numbers = new Set<number>();
  for (const name of posted.keys()) {
    const number = name.startsWith(`${path}.`)
      ? /^(\d{1,4})\./.exec(name.slice(path.length + 1))?.[1]
      : undefined;
    if (number !== undefined) numbers.add(Number(number));
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .slice(0, mostRows)
    .map((number) => readFilled(fields, posted, `${path}.${number}.`));
}
