import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Note } from '../import-package/package-reader.ts';
import type { PackedCourse, PartReport, Said } from './packed-course.ts';

export type ExportCounts = Readonly<Record<Said, number>> & { readonly items: number };

/** How many parts are said how; they add up. */
export function countsOfParts(parts: readonly PartReport[]): ExportCounts {
  const counts = { items: parts.length, full: 0, degraded: 0, 'left-out': 0 };
  for (const { said } of parts) counts[said] += 1;
  return counts;
}

/** The sentence of a note. */
export const sayExportNote = (t: Translator, { code, values }: Note): string =>
  t(`courses.export.note.${code}` as MessageKey, values ?? {});

/** One reason, and the parts that it holds for. */
export interface ExportProblem {
  readonly said: Said;
  readonly text: string;
  readonly parts: readonly PartReport[];
}

/** What the format could not say, the most frequent reason first; what is left out stands before what is degraded. */
export function problemsOfParts({ parts }: Pick<PackedCourse, 'parts'>, t: Translator): ExportProblem[] {
  const problems = new Map<string, { said: Said; text: string; parts: PartReport[] }>();
  for (const part of parts)
    for (const note of part.notes) {
      const text = sayExportNote(t, note);
      const problem = problems.get(`${part.said}:${text}`) ?? { said: part.said, text, parts: [] };
      problem.parts.push(part);
      problems.set(`${part.said}:${text}`, problem);
    }
  const rank = ({ said }: ExportProblem): number => (said === 'left-out' ? 0 : 1);
  return [...problems.values()].sort(
    (one, other) => rank(one) - rank(other) || other.parts.length - one.parts.length,
  );
}
