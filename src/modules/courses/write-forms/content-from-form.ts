import { courseTextOfMarkdown } from '../../../platform/course-text/course-text-of-markdown.ts';
import { filledFrom, isObject } from './fill-form.ts';
import { type ContentField, type Filled, groupIn, rowsIn, textIn, textsIn } from './form-field.ts';

type Content = Readonly<Record<string, unknown>>;

/**
 * Content that a form makes of what was there. Properties without a field stay; rows are known by their ids; and a text
 * that nobody touched stays to the letter, though Markdown may say it in another way.
 */
export function contentFrom(fields: readonly ContentField[], filled: Filled, kept: Content): Content {
  const untouched = new Map<string, string>();
  gather(fields, kept, untouched);
  return objectFrom(fields, filled, kept, untouched);
}

/** Course texts of the content by the Markdown that the form showed of them. */
function gather(fields: readonly ContentField[], kept: Content, texts: Map<string, string>): void {
  for (const field of fields) {
    const value = field.kind === 'group' && field.flat ? kept : kept[field.name];
    if (field.kind === 'text' && typeof value === 'string')
      texts.set(textIn(filledFrom([field], kept), field.name), value);
    if (field.kind === 'group' && isObject(value)) gather(field.fields, value, texts);
    if (field.kind === 'rows' && Array.isArray(value))
      for (const row of value) if (isObject(row)) gather(field.fields, row, texts);
  }
}

type Texts = ReadonlyMap<string, string>;

function objectFrom(fields: readonly ContentField[], filled: Filled, kept: Content, texts: Texts): Content {
  const made: Record<string, unknown> = { ...kept };
  for (const field of fields) {
    if (field.kind === 'group' && field.flat) {
      Object.assign(made, objectFrom(field.fields, filled, made, texts));
      continue;
    }
    const value = valueFrom(field, filled, kept[field.name], texts);
    if (value === undefined) delete made[field.name];
    else made[field.name] = value;
  }
  return made;
}

function valueFrom(field: ContentField, filled: Filled, kept: unknown, texts: Texts): unknown {
  const { name } = field;
  switch (field.kind) {
    case 'check':
      return textIn(filled, name) === 'yes';
    case 'number':
      return numberFrom(textIn(filled, name), field.scale ?? 1);
    case 'lines':
      return textIn(filled, name)
        .split('\n')
        .flatMap((line) => line.trim() || []);
    case 'numbers':
      return textIn(filled, name)
        .split(/[,;\s]+/)
        .flatMap((each) => (each === '' ? [] : [numberFrom(each, 1)]));
    case 'several':
      return textsIn(filled, name);
    case 'rows':
      return rowsFrom(field, rowsIn(filled, name), kept, texts);
    case 'group':
      return objectFrom(field.fields, groupIn(filled, name), isObject(kept) ? kept : {}, texts);
    case 'text':
      return emptyLeftOut(field, textFrom(filled, name, texts));
    case 'words':
      return emptyLeftOut(field, textIn(filled, name));
    default:
      return emptyLeftOut(field, textIn(filled, name).trim());
  }
}

/** A line that must be there comes out empty, so that the content's own rule refuses it. */
const emptyLeftOut = ({ kind, optional }: ContentField, text: string): string | undefined =>
  text === '' && (optional || kind === 'file' || kind === 'choose') ? undefined : text;

/** "0,5" is a number in half of the languages; what is none stays as it came, to be refused. */
function numberFrom(text: string, scale: number): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed.replace(',', '.').replace(/[\s\u00a0\u202f]/g, ''));
  return Number.isFinite(value) ? Number((value / scale).toPrecision(12)) : trimmed;
}

function textFrom(filled: Filled, name: string, texts: Texts): string {
  const formatted = filled[`${name}:html`];
  if (typeof formatted === 'string') return formatted;
  const markdown = textIn(filled, name);
  return texts.get(markdown) ?? courseTextOfMarkdown(markdown);
}

function rowsFrom(
  { fields, ids }: Extract<ContentField, { kind: 'rows' }>,
  rows: readonly Filled[],
  kept: unknown,
  texts: Texts,
): Content[] {
  const known = new Map<unknown, Content>();
  if (Array.isArray(kept)) for (const row of kept) if (isObject(row)) known.set(row['id'], row);
  return rows.map((row) => {
    const id = textIn(row, 'id');
    const made = objectFrom(fields, row, ids ? (known.get(id) ?? {}) : {}, texts);
    return ids ? { ...made, id } : made;
  });
}
