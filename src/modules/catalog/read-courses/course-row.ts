import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';
import type { RunFacts } from '../run-states/run-state.ts';

export interface RunOfCourse extends RunFacts {
  readonly id: string;
  readonly key: string;
  readonly title?: string;
  readonly url?: string;
  readonly language?: string;
}

/** A prerequisite that is a course: of this catalogue where it was found, else in the source's words. */
export interface WantedCourse {
  readonly key?: string;
  readonly url?: string;
  readonly title?: string;
  readonly found?: { readonly id: string; readonly slug: string; readonly title: string };
}

/** A course with all that hangs on it, as machines are told of it. */
export interface CourseRow {
  readonly id: string;
  readonly n: number;
  readonly slug: string;
  readonly state: 'listed' | 'archived' | 'merged';
  readonly title: string;
  readonly url: string | null;
  readonly document: ResolvedDocument;
  readonly isSample: boolean;
  readonly ratingMean: number | null;
  readonly ratingCount: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly platform: { readonly slug: string; readonly name: string; readonly url: string | null };
  readonly providers: readonly { readonly slug: string; readonly name: string }[];
  /** Ids of our own tree, sorted; a subject that left the tree may still be among them. */
  readonly subjects: readonly string[];
  /** Those that their source no longer lists too: the history predicts the next one. */
  readonly runs: readonly RunOfCourse[];
  readonly wanted: readonly WantedCourse[];
}
