import type { RunClaim } from '../course-document/course-document.ts';
import { flagOf, type RawObject, textOf } from './raw-value.ts';
import { type RecordReader, whole } from './record-reader.ts';

/**
 * Whether a run may be shown: published ones, and past ones that were taken down when they ended (they tell when a
 * course comes back). Drafts, runs under review and hidden ones that are not published are nobody's business.
 */
export function isShown(run: RawObject): boolean {
  const status = textOf(run['status'])?.toLowerCase();
  if (status === undefined || status === 'published') return true;
  return status === 'unpublished' && flagOf(run['hidden']) !== true && isOver(run);
}

const isOver = (run: RawObject): boolean => /^archived$/i.test(textOf(run['availability']) ?? '');

/** One run of course-discovery; undefined when it has no key. */
export function readDiscoveryRun(read: RecordReader, run: RawObject, index: number): RunClaim | undefined {
  const field = `runs[${index}]`;
  return whole<RunClaim>(
    {
      key: textOf(run['key']) ?? textOf(run['uuid']),
      pacing: /^self/i.test(textOf(run['pacing_type']) ?? '') ? 'self' : 'scheduled',
      title: read.name(`${field}.title`, run['title']),
      url: read.link(`${field}.url`, run['marketing_url']),
      language: read.language(`${field}.language`, run['content_language']),
      start: read.day(`${field}.start`, run['start']),
      end: read.day(`${field}.end`, run['end']),
      enrolmentStart: read.day(`${field}.enrolmentStart`, run['enrollment_start']),
      enrolmentEnd: read.day(`${field}.enrolmentEnd`, run['enrollment_end']),
      declared: isOver(run) ? 'archived' : undefined,
    },
    'key',
  );
}

/** The run that speaks for the course: the one that starts last, as its texts and prices are the newest. */
export function newestRun(runs: readonly RawObject[], startName = 'start'): RawObject {
  const startOf = (run: RawObject): string => textOf(run[startName]) ?? '';
  return runs.toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1))[0] ?? {};
}

/** Runs in the feed's order, without those that have no key. */
export function readDiscoveryRuns(read: RecordReader, runs: readonly RawObject[]): readonly RunClaim[] {
  return runs.flatMap((run, index) => {
    const claim = readDiscoveryRun(read, run, index);
    if (claim) return [claim];
    read.note(`runs[${index}]`, 'a run without a key');
    return [];
  });
}
