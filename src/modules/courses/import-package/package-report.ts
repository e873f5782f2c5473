import { z } from 'zod';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CourseContent } from '../content/course-content.ts';
import type { Note, Outcome, ReadPackage } from './package-reader.ts';

const note = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const outcomes = ['converted', 'degraded', 'kept', 'refused'] as const satisfies readonly Outcome[];

const item = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  outcome: z.enum(outcomes),
  notes: z.array(note),
  /** Where its block stands in the course. */
  unit: z.string().optional(),
  block: z.string().optional(),
});

/** What came of a package: kept with the import, shown by its page and by the command. */
export const packageReport = z.object({
  title: z.string().default(''),
  items: z.array(item).default([]),
  notes: z.array(note).default([]),
  /** Why the package as a whole was refused. */
  failure: note.optional(),
});
export type PackageReport = z.infer<typeof packageReport>;
export type ReportedItem = PackageReport['items'][number];

/** The report of a package that was read, with the place of each block in the course that it became. */
export function reportOf({ content, items, notes }: ReadPackage): PackageReport {
  const units = unitsOfBlocks(content);
  return packageReport.parse({
    title: content.about.title,
    notes,
    items: items.map(({ part, ...told }) => {
      const unit = part === undefined ? undefined : units.get(part);
      return unit === undefined ? told : { ...told, unit, block: part };
    }),
  });
}

const unitsOfBlocks = ({ sections }: CourseContent): ReadonlyMap<string, string> =>
  new Map(
    sections.flatMap(({ units }) =>
      units.flatMap(({ id, blocks }) => blocks.map((block) => [block.id, id] as const)),
    ),
  );

export type Counts = Readonly<Record<Outcome, number>> & { readonly items: number };

/** How many items came out how; they add up. */
export function countsOf({ items }: Pick<PackageReport, 'items'>): Counts {
  const counts = { items: items.length, converted: 0, degraded: 0, kept: 0, refused: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}

/** The sentence of a note; a reader's code without a sentence would show as itself. */
export const sayNote = (t: Translator, { code, values }: Note): string =>
  t(`courses.import.note.${code}` as MessageKey, values ?? {});

export interface Problem {
  readonly item: string;
  readonly type: string;
  readonly outcome: Outcome;
  readonly code: string;
  readonly text: string;
}

/** What was not converted whole, a line for each reason. */
export function problemsOf({ items }: Pick<PackageReport, 'items'>, t: Translator): Problem[] {
  return items
    .filter(({ outcome }) => outcome !== 'converted')
    .flatMap(({ id, type, outcome, notes }) =>
      notes.map((told) => ({ item: id, type, outcome, code: told.code, text: sayNote(t, asNote(told)) })),
    );
}

/** Undefined values are left out. */
export const asNote = ({ code, values }: PackageReport['notes'][number]): Note =>
  values === undefined ? { code } : { code, values };
