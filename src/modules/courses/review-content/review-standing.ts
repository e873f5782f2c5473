/** How many sign-offs a course demands before it is published: by colleagues, then by the committee. */
export interface ReviewRule {
  readonly signOffs: number;
  readonly committee: number;
}

export type SignOffPart = 'colleague' | 'committee';

export interface SignOff {
  /** Revision of the draft that was signed. */
  readonly revision: number;
  readonly part: SignOffPart;
  readonly personId: string | null;
  /** Null for somebody whose account is gone. */
  readonly name: string | null;
}

/** Sign-offs that are demanded of this course among others. */
export interface DemandOfCourse extends ReviewRule {
  /** The provider that demands them of all of its courses; '' is the site. */
  readonly name: string;
}

/** What a course demands itself and what is demanded of it: of each part the most. */
export const strictest = (rules: readonly ReviewRule[]): ReviewRule => ({
  signOffs: Math.max(0, ...rules.map(({ signOffs }) => signOffs)),
  committee: Math.max(0, ...rules.map(({ committee }) => committee)),
});

/** Where the review of a course stands. */
export interface ReviewStanding {
  /** Of the draft as it is now. */
  readonly revision: number;
  /** What counts: the strictest of the next two. */
  readonly rule: ReviewRule;
  /** What the course demands itself. */
  readonly ownRule: ReviewRule;
  readonly demands: readonly DemandOfCourse[];
  readonly underConstruction: boolean;
  /** The last time that somebody said that the draft is ready. */
  readonly request:
    { readonly revision: number; readonly personId: string | null; readonly name: string | null } | undefined;
  /** The latest of each person first; those of earlier revisions are stale. */
  readonly signOffs: readonly SignOff[];
  /** Requests about blocks of the draft that nobody has settled. */
  readonly openRequests: number;
}

/** What publishing waits for. */
export interface ReviewGaps {
  readonly colleagues: number;
  readonly committee: number;
  readonly requests: number;
}

/** What is missing before the draft as it is now may be published; a sign-off of another revision does not count. */
export function reviewGaps({ revision, rule, signOffs, openRequests }: ReviewStanding): ReviewGaps {
  const signed = (part: SignOffPart) =>
    signOffs.filter((each) => each.revision === revision && each.part === part).length;
  return {
    colleagues: Math.max(0, rule.signOffs - signed('colleague')),
    committee: Math.max(0, rule.committee - signed('committee')),
    requests: openRequests,
  };
}

export const hasGaps = ({ colleagues, committee, requests }: ReviewGaps): boolean =>
  colleagues + committee + requests > 0;
