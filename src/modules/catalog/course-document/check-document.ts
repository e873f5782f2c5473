import { z } from 'zod';
import { storableText } from '../../../platform/db/storable-text.ts';
import type { CourseDocument } from './course-document.ts';
import { type Degradation, shown } from './degradation.ts';
import { courseDocumentSchema, listCaps } from './document-schema.ts';
import { checkEffort } from './effort.ts';
import { capText, cleanTitle, plainText, textCaps } from './plain-text.ts';

export type CheckedDocument =
  | { readonly document: CourseDocument; readonly degraded: readonly Degradation[] }
  | { readonly refused: string };

type Shape = Record<string, z.core.$ZodType>;

class Salvage {
  readonly degraded: Degradation[] = [];

  drop(field: string, reason: string): undefined {
    this.degraded.push({ field, reason });
    return undefined;
  }

  /** The value when its schema accepts it, else what can be kept of it: items of lists, members of objects. */
  keep(schema: z.core.$ZodType, value: unknown, field: string): unknown {
    if (value === undefined || value === null) return undefined;
    const inner = unwrapped(schema);
    const parsed = z.safeParse(inner, value);
    if (parsed.success) return parsed.data;
    if (inner instanceof z.ZodArray && Array.isArray(value)) return this.list(inner, value, field);
    if (inner instanceof z.ZodObject && isPlain(value)) return this.members(inner, value, field);
    if (inner instanceof z.ZodRecord && isPlain(value)) return this.entries(inner, value, field);
    const issue = parsed.error.issues[0]?.message ?? 'not usable';
    return this.drop(field, `${lowerFirst(issue)}: ${shown(value)}`);
  }

  private list(schema: z.ZodArray, value: readonly unknown[], field: string): unknown {
    const name = field.replace(/^document\./, '');
    const cap = name in listCaps ? listCaps[name as keyof typeof listCaps] : 50;
    if (value.length > cap) this.drop(field, `too many entries, ${cap} kept of ${value.length}`);
    const kept = value
      .slice(0, cap)
      .map((item, index) => this.keep(schema.element, item, `${field}[${index}]`))
      .filter((item) => item !== undefined);
    return kept.length > 0 ? kept : undefined;
  }

  private members(schema: z.ZodObject, value: Record<string, unknown>, field: string): unknown {
    const kept = Object.fromEntries(
      Object.entries(schema.shape as Shape).flatMap(([name, member]) => {
        const one = this.keep(member, value[name], `${field}.${name}`);
        return one === undefined ? [] : [[name, one]];
      }),
    );
    if (Object.keys(kept).length === 0) return undefined;
    const parsed = schema.safeParse(kept);
    if (parsed.success) return parsed.data;
    return this.drop(field, `incomplete: ${parsed.error.issues.map((one) => one.path.join('.')).join(', ')}`);
  }

  private entries(schema: z.ZodRecord, value: Record<string, unknown>, field: string): unknown {
    const kept = Object.entries(value).flatMap(([name, member]) => {
      if (!z.safeParse(schema.keyType, name).success) {
        this.drop(field, `not a language tag: ${shown(name)}`);
        return [];
      }
      const one = this.keep(schema.valueType, member, `${field}.${name}`);
      return one === undefined ? [] : [[name, one] as const];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

/** Texts last of all: markup that a format let through is read as text, what is too long is cut. */
function tidyTexts(draft: Record<string, unknown>, salvage: Salvage): void {
  for (const field of ['summary', 'description'] as const) {
    const value = draft[field];
    if (typeof value !== 'string') continue;
    const { text, cut } = capText(plainOf(value), textCaps[field]);
    if (cut) salvage.drop(field, `longer than ${textCaps[field]} characters, cut`);
    draft[field] = text === '' ? undefined : text;
  }
  for (const field of ['syllabus', 'outcomes'] as const) {
    const value = draft[field];
    if (Array.isArray(value))
      draft[field] = value.flatMap((item, index) => tidyLine(item, `${field}[${index}]`, salvage));
  }
}

/** Reading plain text again is harmless but slow; only what looks like markup is read. */
const plainOf = (text: string): string => (/[<\p{Cc}]|&#?\w+;/u.test(text) ? plainText(text) : text.trim());

function tidyLine(item: unknown, field: string, salvage: Salvage): unknown[] {
  if (typeof item !== 'string') return [item];
  const { text, cut } = capText(plainOf(item), textCaps.line);
  if (cut) salvage.drop(field, `longer than ${textCaps.line} characters, cut`);
  return text === '' ? [] : [text];
}

function tidyTitle(draft: Record<string, unknown>, salvage: Salvage): void {
  if (typeof draft['title'] !== 'string') return;
  const { text, cut } = capText(cleanTitle(draft['title']), textCaps.title);
  if (cut) salvage.drop('title', `longer than ${textCaps.title} characters, cut`);
  draft['title'] = text;
}

/** A key is compared and stored as it is; what no database keeps is left out of it. */
function tidyKey(draft: Record<string, unknown>, salvage: Salvage): void {
  const given = draft['key'];
  if (typeof given !== 'string') return;
  const key = storableText(given);
  if (key !== given) salvage.drop('key', `characters that cannot be stored left out of ${shown(key)}`);
  draft['key'] = key;
}

function tidyEffort(draft: Record<string, unknown>, salvage: Salvage): void {
  if (!isPlain(draft['effort'])) return;
  const { effort, problems } = checkEffort(draft['effort']);
  for (const problem of problems) salvage.drop('effort', problem);
  draft['effort'] = Object.keys(effort).length > 0 ? effort : undefined;
}

/** Two runs of one key would overwrite each other: the first one stays. */
function distinctRuns(document: CourseDocument, salvage: Salvage): CourseDocument {
  if (!document.runs) return document;
  const seen = new Set<string>();
  const runs = document.runs.filter((run, index) => {
    if (!seen.has(run.key)) return seen.add(run.key);
    salvage.drop(`runs[${index}]`, `a second run of the same key: ${shown(run.key)}`);
    return false;
  });
  return { ...document, runs };
}

/**
 * The last guard, after any format and before anything is stored: the document as the contract wants it. A bad field is
 * dropped (a bad item out of its list, a bad member out of its object) or cut, and reported; a record without a title
 * or a key is refused. Never throws.
 */
export function checkDocument(draft: unknown): CheckedDocument {
  if (!isPlain(draft)) return { refused: 'not a course: no object' };
  const salvage = new Salvage();
  const copy = { ...draft };
  tidyTitle(copy, salvage);
  if (typeof copy['title'] !== 'string' || copy['title'] === '') return { refused: 'no title' };
  tidyKey(copy, salvage);
  const key = courseDocumentSchema.shape.key.safeParse(copy['key']);
  if (!key.success)
    return { refused: copy['key'] === undefined ? 'no key' : `not a key: ${shown(copy['key'])}` };
  tidyTexts(copy, salvage);
  tidyEffort(copy, salvage);
  const kept = salvage.keep(courseDocumentSchema, copy, 'document');
  const parsed = courseDocumentSchema.safeParse(kept);
  if (!parsed.success) return { refused: `not a course: ${parsed.error.issues[0]?.message ?? 'unusable'}` };
  const document = distinctRuns(parsed.data as CourseDocument, salvage);
  return { document, degraded: salvage.degraded.map(withoutRoot) };
}

const withoutRoot = ({ field, reason }: Degradation): Degradation => ({
  field: field.replace(/^document\./, ''),
  reason,
});
