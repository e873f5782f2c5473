import type { CourseDocument } from '../course-document/course-document.ts';

/** One source's present word on a course. */
export interface SourceClaim {
  readonly sourceId: string;
  /** Higher wins; corrections by people have 1000. */
  readonly priority: number;
  /** When this version was first said, ISO instant. */
  readonly at: string;
  readonly document: Partial<CourseDocument>;
  /** The source no longer lists the course: its word counts only where nobody else speaks. */
  readonly gone: boolean;
  /** The record is the course's own: no merge brought it here. */
  readonly home?: boolean;
}

/** Which source said a field, and when: [source id, ISO instant]. `*` stands for every field not named. */
export type Provenance = Readonly<Record<string, readonly [sourceId: string, at: string]>>;

/** A document without what is kept in tables of its own. */
export type ResolvedDocument = Omit<CourseDocument, 'runs' | 'key'>;

export interface Resolved {
  readonly document: ResolvedDocument;
  readonly provenance: Provenance;
}

/** Kept in their own tables, or meaningless outside their source. */
const notResolved = new Set(['runs', 'key']);

/**
 * One course out of what all its sources say, field by field: the highest priority wins, then who still lists the
 * course, then the course's own records before merged ones, then the latest word. A correction may say `null`: nothing is known. At least
 * one claim must carry a title.
 */
export function resolveCourse(claims: readonly SourceClaim[]): Resolved {
  const ranked = [...claims].sort(
    (a, b) =>
      b.priority - a.priority ||
      Number(a.gone) - Number(b.gone) ||
      Number(b.home ?? false) - Number(a.home ?? false) ||
      (a.at < b.at ? 1 : a.at > b.at ? -1 : 0),
  );
  const first = ranked.find((claim) => claim.priority < 1000) ?? ranked[0];
  if (!first) throw new Error('a course needs at least one claim');
  const document: Record<string, unknown> = {};
  const provenance: Record<string, readonly [string, string]> = { '*': [first.sourceId, first.at] };
  for (const claim of ranked) {
    for (const [field, value] of Object.entries(claim.document)) {
      if (notResolved.has(field) || value === undefined || field in document) continue;
      document[field] = value;
      if (claim !== first) provenance[field] = [claim.sourceId, claim.at];
    }
  }
  for (const [field, value] of Object.entries(document)) if (value === null) delete document[field];
  return { document: document as unknown as ResolvedDocument, provenance };
}
