import { checkDocument } from '../course-document/check-document.ts';
import type {
  CertificateKind,
  CostKind,
  CostLine,
  CourseDocument,
  Effort,
  Level,
  RunDay,
} from '../course-document/course-document.ts';
import { type DayOptions, readDay } from '../course-document/days.ts';
import { type Degradation, shown } from '../course-document/degradation.ts';
import { type EffortUnit, readEffort } from '../course-document/effort.ts';
import { readLanguage, readLanguages } from '../course-document/languages.ts';
import { readCertificate, readLevel } from '../course-document/levels.ts';
import { readLink } from '../course-document/links.ts';
import { costLine, readMoney } from '../course-document/money.ts';
import { capText, cleanTitle, plainText, textCaps } from '../course-document/plain-text.ts';
import type { FeedRecord } from './feed-format.ts';
import { listOf, numberOf, textOf } from './raw-value.ts';

type OptionalNames<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

/** The same object, but members that need not be there may also be undefined (and lists in it empty). */
export type Loose<T> = { [K in Exclude<keyof T, OptionalNames<T>>]: T[K] } & {
  [K in OptionalNames<T>]?: T[K] | undefined;
};

/** What a format knows of a course; the key and the title are looked at when the record is finished. */
export type LooseCourse = Omit<Loose<CourseDocument>, 'key' | 'title'> & {
  readonly key: string | undefined;
  readonly title: string | undefined;
};

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);

/** Drops members that say nothing (undefined, blank, empty list or object), as the contract of documents wants. */
export function present<T extends object>(fields: Loose<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isNothing(value))) as T;
}

/** The object, or undefined when a member that it needs is missing: `whole({ name }, 'name')`. */
export function whole<T extends object>(
  fields: { [K in keyof T]: T[K] | undefined },
  ...needed: readonly (keyof T)[]
): T | undefined {
  return needed.some((name) => isNothing(fields[name])) ? undefined : present<T>(fields as Loose<T>);
}

/** A list of the one thing, empty when it is not there. */
export function only<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/**
 * Reads the fields of one record of a feed. Each method takes the field's path in the document and the raw value,
 * answers undefined when nothing usable is there, and notes what was there but unusable; `finish` makes the record.
 * Formats thereby read as a table from the source's names to ours.
 */
export class RecordReader {
  readonly degraded: Degradation[] = [];
  /** Day of the import, ISO date. */
  readonly today: string;
  private readonly base: string | undefined;

  /** `base` is what relative links are resolved against; web addresses only. */
  constructor(today: string, base?: string) {
    this.today = today;
    this.base = base;
  }

  /** Notes that a field was there but could not be used as it stood. */
  note(field: string, reason: string): undefined {
    this.degraded.push({ field, reason });
    return undefined;
  }

  title(value: unknown, field = 'title'): string | undefined {
    return this.oneLine(field, value, textCaps.title);
  }

  /** A name or other short text on one line, without markup. */
  name(field: string, value: unknown): string | undefined {
    return this.oneLine(field, value, textCaps.name);
  }

  /** A text of several paragraphs; HTML is read as plain text. */
  text(field: string, value: unknown, max: number = textCaps.description): string | undefined {
    const text = this.rawText(field, value);
    return text === undefined ? undefined : this.capped(field, plainText(text), max);
  }

  summary(value: unknown, field = 'summary'): string | undefined {
    return this.text(field, value, textCaps.summary);
  }

  /** One entry a line: a list of texts, or one text whose lines (or HTML list items) are the entries. */
  lines(field: string, value: unknown): readonly string[] | undefined {
    const entries = listOf(value).flatMap((item, index) => {
      const text = this.text(`${field}[${index}]`, item);
      if (text === undefined) return [];
      return Array.isArray(value) ? [text.replace(/\s*\n\s*/g, ' ')] : text.split(/\n+/);
    });
    const cleaned = entries
      .map((entry) => entry.replace(/^(?:[-–•*]|\d{1,2}[.)])\s+/, '').trim())
      .filter(Boolean);
    const kept = cleaned.flatMap(
      (entry, index) => this.capped(`${field}[${index}]`, entry, textCaps.line) ?? [],
    );
    return kept.length > 0 ? kept : undefined;
  }

  day(field: string, value: unknown, options?: DayOptions): RunDay | undefined {
    const reading = readDay(value, options);
    if (!reading) return undefined;
    return 'problem' in reading ? this.note(field, reading.problem) : reading.day;
  }

  link(field: string, value: unknown, base = this.base): string | undefined {
    const reading = readLink(value, base);
    if (!reading) return undefined;
    return 'problem' in reading ? this.note(field, reading.problem) : reading.url;
  }

  language(field: string, value: unknown): string | undefined {
    const text = textOf(value);
    if (text === undefined) return undefined;
    return readLanguage(text) ?? this.note(field, `not a language: ${shown(text)}`);
  }

  languages(field: string, value: unknown): readonly string[] | undefined {
    const { tags, problems } = readLanguages(value);
    for (const problem of problems) this.note(field, problem);
    return tags.length > 0 ? tags : undefined;
  }

  level(value: unknown): Level | undefined {
    const text = textOf(value);
    return text === undefined ? undefined : readLevel(text);
  }

  certificate(value: unknown): CertificateKind | undefined {
    return readCertificate(value);
  }

  effort(value: unknown, unit?: EffortUnit, field = 'effort'): Effort | undefined {
    const reading = readEffort(value, unit);
    if (!reading) return undefined;
    return 'problem' in reading ? this.note(field, reading.problem) : reading.effort;
  }

  /** A cost line checked today; `currency` is meant where the value names none. */
  cost(kind: CostKind, value: unknown, currency?: string, field = 'costs'): CostLine | undefined {
    const reading = readMoney(value, currency);
    if (!reading) return undefined;
    return 'problem' in reading
      ? this.note(field, reading.problem)
      : costLine(kind, reading.money, this.today);
  }

  /** A number, also when written as a text; anything else that says something is noted. */
  number(field: string, value: unknown): number | undefined {
    if (value === null || value === undefined || value === '') return undefined;
    return numberOf(value) ?? this.note(field, `not a number: ${shown(value)}`);
  }

  count(field: string, value: unknown): number | undefined {
    const number = this.number(field, value);
    if (number === undefined) return undefined;
    return Number.isInteger(number) && number >= 0
      ? number
      : this.note(field, `not a count: ${shown(value)}`);
  }

  /** The finished record: checked as a whole, refused when there is no key or no title. */
  finish(fields: LooseCourse): FeedRecord {
    const checked = checkDocument(present(fields as object));
    const { key, title } = fields;
    if ('refused' in checked) return this.refuse(checked.refused, key, title);
    return { kind: 'course', document: checked.document, degraded: [...this.degraded, ...checked.degraded] };
  }

  /** The record cannot be used; the reason is plain English and names the offending value. */
  refuse(reason: string, key?: string, title?: string): FeedRecord {
    return { kind: 'refused', ...(key && { key }), ...(title && { title }), reason };
  }

  private rawText(field: string, value: unknown): string | undefined {
    if (value === null || value === undefined) return undefined;
    const text = textOf(value);
    if (text === undefined && typeof value !== 'string') this.note(field, `not a text: ${shown(value)}`);
    return text;
  }

  private oneLine(field: string, value: unknown, max: number): string | undefined {
    const text = this.rawText(field, value);
    return text === undefined ? undefined : this.capped(field, cleanTitle(text), max);
  }

  private capped(field: string, whole: string, max: number): string | undefined {
    const { text, cut } = capText(whole, max);
    if (cut) this.note(field, `longer than ${max} characters, cut`);
    return text === '' ? undefined : text;
  }
}
