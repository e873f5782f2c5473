import type { Bank } from '../content/course-content.ts';
import type { Note } from '../import-package/package-reader.ts';
import { distinctNotes, note, type PartReport } from './packed-course.ts';

/**
 * The report on each question of the banks. `write` writes a bank of one question; undefined: the format has no such
 * question.
 */
export function bankReports(
  banks: readonly Bank[],
  write: (bank: Bank, tell: (code: string, values?: Note['values']) => void) => string | undefined,
): { readonly reports: readonly PartReport[]; readonly written: boolean } {
  const reports = banks.flatMap((bank) =>
    bank.questions.map((question): PartReport => {
      const notes: Note[] = [];
      const xml = write({ ...bank, questions: [question] }, (code, values) => notes.push(note(code, values)));
      if (xml === undefined && notes.length === 0)
        notes.push(note('question-left-out', { type: question.type }));
      const said = xml === undefined ? 'left-out' : notes.length > 0 ? 'degraded' : 'full';
      return {
        id: question.id,
        type: `question:${question.type}`,
        title: bank.title,
        said,
        notes: distinctNotes(notes),
      };
    }),
  );
  return { reports, written: reports.some(({ said }) => said !== 'left-out') };
}
