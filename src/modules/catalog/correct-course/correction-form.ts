import { z } from 'zod';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type {
  CostLine,
  CourseDocument,
  Effort,
  PrerequisiteClaim,
} from '../course-document/course-document.ts';
import { costKinds, levels, certificateKinds } from '../course-document/course-document.ts';
import { courseDocumentSchema } from '../course-document/document-schema.ts';
import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';
import type { Correction } from './correct-course.queries.ts';

/** Fields of the form, as text. */
export type CorrectionFields = Readonly<Record<string, string>>;

const lines = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,;\n،、]/)
    .map((item) => item.trim())
    .filter(Boolean);

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** "certificate 49 EUR", "subscription 12.50 USD month": one price a line; undefined for what is none. */
export function readCosts(text: string): CostLine[] | undefined {
  const read = lines(text).map((line): CostLine | undefined => {
    const [, kind, amount, currency, per] =
      /^(\w+)\s+(\d+(?:[.,]\d{1,3})?)\s+([A-Za-z]{3})(?:\s+(month|year))?$/.exec(line) ?? [];
    const known = costKinds.find((each) => each === kind);
    if (!known || !amount || !currency) return undefined;
    const code = currency.toUpperCase();
    return {
      kind: known,
      amount: Math.round(Number(amount.replace(',', '.')) * 10 ** digitsOf(code)),
      currency: code,
      ...(per ? { per: per as 'month' | 'year' } : {}),
    };
  });
  return read.every((cost) => cost !== undefined) ? read : undefined;
}

export const writeCosts = (costs: readonly CostLine[] | undefined): string =>
  (costs ?? [])
    .map(({ kind, amount, currency, per }) =>
      [kind, String(amount / 10 ** digitsOf(currency)), currency, per].filter(Boolean).join(' '),
    )
    .join('\n');

const effortFields = ['minHoursPerWeek', 'maxHoursPerWeek', 'weeks', 'totalHours'] as const;

function readEffort(fields: CorrectionFields): Effort | undefined {
  const pairs = effortFields.flatMap((name) => {
    const value = fields[name]?.trim().replace(',', '.');
    return value ? [[name, Number(value)] as const] : [];
  });
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

function readPrerequisites(
  fields: CorrectionFields,
  courses: NonNullable<PrerequisiteClaim['courses']>,
): PrerequisiteClaim | undefined {
  const text = fields['needsText']?.trim();
  const claim: PrerequisiteClaim = {
    ...(fields['needsNothing'] ? { nothing: true } : {}),
    ...(text ? { text } : {}),
    ...(courses.length > 0 ? { courses } : {}),
  };
  return Object.keys(claim).length > 0 ? claim : undefined;
}

const schemas = courseDocumentSchema.shape;
const errors: Readonly<Record<string, MessageKey>> = {
  title: 'catalog.correct.error.title',
  languages: 'catalog.correct.error.languages',
  costs: 'catalog.correct.error.costs',
  url: 'catalog.sources.error.address',
  effort: 'catalog.correct.error.effort',
};

export type ReadCorrection =
  | { readonly ok: true; readonly says: Correction }
  | { readonly ok: false; readonly errors: Readonly<Record<string, MessageKey>> };

/** Lines of the form that name courses needed before. */
export const neededCourses = (fields: CorrectionFields): string[] => lines(fields['needsCourses']);

const partsOf: Readonly<Record<string, readonly string[]>> = {
  effort: effortFields,
  prerequisites: ['needsNothing', 'needsText', 'needsCourses'],
};

/** Whether somebody typed anything else into a field than what it showed. */
const isTouched = (field: string, fields: CorrectionFields, shown: CorrectionFields): boolean =>
  (partsOf[field] ?? [field]).some(
    (part) => (fields[part] ?? '').replaceAll('\r\n', '\n').trim() !== (shown[part] ?? '').trim(),
  );

/** What the form says of a course in the fields that were touched; an emptied field says that nothing is known. */
export function readCorrection(
  fields: CorrectionFields,
  shown: CorrectionFields,
  needed: NonNullable<PrerequisiteClaim['courses']>,
): ReadCorrection {
  const text = (name: string) => fields[name]?.replaceAll('\r\n', '\n').trim() || undefined;
  const languages = listOf(fields['languages']);
  const costs = readCosts(fields['costs'] ?? '');
  const labels = listOf(fields['subjects']);
  const draft: Partial<Record<keyof CourseDocument, unknown>> = {
    title: text('title'),
    summary: text('summary'),
    description: text('description'),
    languages: languages.length > 0 ? languages : undefined,
    level: levels.find((level) => level === fields['level']),
    effort: readEffort(fields),
    certificate: certificateKinds.find((kind) => kind === fields['certificate']),
    costs: costs?.length === 0 ? undefined : (costs ?? 'none'),
    url: text('url'),
    subjects: labels.length > 0 ? labels.map((label) => ({ scheme: 'label', label })) : undefined,
    prerequisites: readPrerequisites(fields, needed),
  };
  const touched = Object.entries(draft).filter(([field]) => isTouched(field, fields, shown));
  const wrong = touched.filter(
    ([field, value]) => !z.safeParse(schemas[field as keyof typeof schemas], value).success,
  );
  if (wrong.length > 0)
    return {
      ok: false,
      errors: Object.fromEntries(
        wrong.map(([field]) => [field, errors[field] ?? 'catalog.correct.error.long']),
      ),
    };
  return {
    ok: true,
    says: Object.fromEntries(touched.map(([field, value]) => [field, value ?? null])),
  };
}

/** What the form shows of a course. */
export function correctionFields(document: ResolvedDocument): CorrectionFields {
  const { effort, prerequisites } = document;
  return {
    title: document.title,
    summary: document.summary ?? '',
    description: document.description ?? '',
    languages: (document.languages ?? []).join(', '),
    level: document.level ?? '',
    certificate: document.certificate ?? '',
    costs: writeCosts(document.costs),
    url: document.url ?? '',
    subjects: (document.subjects ?? []).flatMap(({ label }) => label ?? []).join(', '),
    needsNothing: prerequisites?.nothing ? 'yes' : '',
    needsText: prerequisites?.text ?? '',
    needsCourses: (prerequisites?.courses ?? [])
      .map((wanted) => wanted.title ?? wanted.url ?? wanted.key ?? '')
      .join('\n'),
    ...Object.fromEntries(
      effortFields.map((name) => [name, effort?.[name] === undefined ? '' : String(effort[name])]),
    ),
  };
}
