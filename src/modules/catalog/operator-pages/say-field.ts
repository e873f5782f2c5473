import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { certificateName, formatName, kindName, levelName } from '../course-words/names.ts';
import { sayAmount } from '../course-words/say-costs.ts';
import { sayEffort } from '../course-words/say-effort.ts';

type Words = {
  readonly [F in keyof CourseDocument]?: (t: Translator, value: NonNullable<CourseDocument[F]>) => string;
};

const names = (t: Translator, items: readonly { readonly name: string }[]): string =>
  t.list(items.map((item) => item.name));

const words: Words = {
  languages: (t, tags) => t.list(tags.map((tag) => t.languageName(tag))),
  subtitles: (t, tags) => t.list(tags.map((tag) => t.languageName(tag))),
  level: levelName,
  kind: kindName,
  format: formatName,
  certificate: certificateName,
  effort: (t, effort) => sayEffort(t, effort) ?? '',
  costs: (t, costs) =>
    costs.map((line) => `${t(`catalog.operate.cost.${line.kind}`)}: ${sayAmount(t, line)}`).join('; '),
  providers: names,
  instructors: names,
  subjects: (t, subjects) => t.list(subjects.map((subject) => subject.label ?? subject.code ?? '')),
  skills: (t, skills) => t.list(skills.map((skill) => skill.label)),
  prerequisites: (t, { nothing, text, courses = [] }) =>
    [
      nothing ? t('catalog.operate.needs-nothing') : '',
      text ?? '',
      ...courses.map((wanted) => wanted.title ?? wanted.url ?? wanted.key ?? ''),
    ]
      .filter(Boolean)
      .join('\n'),
  syllabus: (_t, lines) => lines.join('\n'),
  outcomes: (_t, lines) => lines.join('\n'),
  enrolledCount: (t, count) => t.number(count),
  rating: (t, { mean, count }) => `${t.number(mean)} (${t.number(count)})`,
  translations: (t, texts) => t.list(Object.keys(texts).map((tag) => t.languageName(tag))),
};

/** What a source says in one field, as a person reads it. */
export function sayField(t: Translator, field: string, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return t('catalog.operate.said-nothing');
  const say = words[field as keyof Words] as ((t: Translator, value: unknown) => string) | undefined;
  if (say) return say(t, value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Fields in the order in which a person reads a course; others come after them. */
const order = [
  'title',
  'summary',
  'description',
  'providers',
  'languages',
  'subtitles',
  'level',
  'effort',
  'certificate',
  'costs',
  'subjects',
  'skills',
  'prerequisites',
  'outcomes',
  'syllabus',
  'kind',
  'format',
  'instructors',
  'url',
  'imageUrl',
];

export const inReadingOrder = (fields: Iterable<string>): string[] => {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return [...new Set(fields)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
};

/** "prices": the name of a field. */
export const fieldLabel = (t: Translator, field: string): string => {
  const key = `catalog.field.${field}` as MessageKey;
  const label = t(key);
  return label === key ? field : label;
};
