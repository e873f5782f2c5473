import type { CourseDocument, RunClaim } from './course-document.ts';
import { listCaps } from './document-schema.ts';

/** Most recent start first decides nothing here: runs keep the order in which the feed told them. */
function mergeRuns(earlier: readonly RunClaim[], later: readonly RunClaim[]): readonly RunClaim[] {
  const byKey = new Map<string, RunClaim>(earlier.map((run) => [run.key, run]));
  for (const run of later) byKey.set(run.key, { ...byKey.get(run.key), ...run });
  return latest([...byKey.values()]);
}

/** Of more runs than a document may hold, those that start last; a run without a start can be joined any day. */
function latest(runs: readonly RunClaim[]): readonly RunClaim[] {
  if (runs.length <= listCaps.runs) return runs;
  const startOf = (run: RunClaim): string => run.start?.on ?? '9999';
  const byStart = runs.toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : startOf(a) > startOf(b) ? -1 : 0));
  const kept = new Set(byStart.slice(0, listCaps.runs));
  return runs.filter((run) => kept.has(run));
}

function unionOf<T>(
  earlier: readonly T[] | undefined,
  later: readonly T[] | undefined,
  most: number,
): readonly T[] | undefined {
  if (!earlier || !later) return later ?? earlier;
  const seen = new Map([...earlier, ...later].map((item) => [JSON.stringify(item), item]));
  return [...seen.values()].slice(0, most);
}

/**
 * One course told by two records of the same feed, as when each record is a run of it. Runs are united by key (the
 * later record wins field by field), languages, subtitles, providers and instructors too; of everything else the later
 * value that is there wins; lists stay as short as a document's may be. Both must have the same key; what comes out
 * again has it.
 */
export function mergeDocuments(earlier: CourseDocument, later: CourseDocument): CourseDocument {
  if (earlier.key !== later.key) throw new Error(`two courses, not one: ${earlier.key} and ${later.key}`);
  const runs = earlier.runs || later.runs ? mergeRuns(earlier.runs ?? [], later.runs ?? []) : undefined;
  const languages = unionOf(earlier.languages, later.languages, listCaps.languages);
  const subtitles = unionOf(earlier.subtitles, later.subtitles, listCaps.subtitles);
  const providers = unionOf(earlier.providers, later.providers, listCaps.providers);
  const instructors = unionOf(earlier.instructors, later.instructors, listCaps.instructors);
  return {
    ...earlier,
    ...later,
    ...(runs && { runs }),
    ...(languages && { languages }),
    ...(subtitles && { subtitles }),
    ...(providers && { providers }),
    ...(instructors && { instructors }),
  };
}
