import { exportCsv } from './csv.ts';
import type { ExportCourse } from './export-course.ts';
import { exportJsonLines } from './json-lines.ts';
import { exportLheo } from './lheo.ts';
import { exportMoochub } from './moochub.ts';

export interface ExportFormat {
  /** What stands after "courses." in the address and in the file's name. */
  readonly ending: 'moochub.json' | 'lheo.xml' | 'csv' | 'jsonl';
  readonly contentType: string;
  /** Writes the courses; `self` is the address that was asked for. */
  write(courses: AsyncIterable<ExportCourse>, self: string): AsyncIterable<string>;
}

export const exportFormats: readonly ExportFormat[] = [
  {
    ending: 'moochub.json',
    contentType: 'application/vnd.api+json; moochub-version=3.0',
    write: (courses, self) => exportMoochub(courses, { self }),
  },
  {
    ending: 'lheo.xml',
    contentType: 'application/xml; charset=utf-8',
    write: (courses) => exportLheo(courses),
  },
  { ending: 'csv', contentType: 'text/csv; charset=utf-8; header=present', write: exportCsv },
  { ending: 'jsonl', contentType: 'application/x-ndjson; charset=utf-8', write: exportJsonLines },
];
