/** How sure one was of who learned. It says what was done, never more. */
export const identityLevels = ['none', 'e-mail', 'document', 'proctored'] as const;
export type IdentityLevel = (typeof identityLevels)[number];

/** What was done to complete the course. */
export interface WhatWasDone {
  /** Titles of the sections that were gone through, in the course's language. */
  readonly sections: readonly string[];
  /** How many units. */
  readonly units: number;
  /** How many sets of questions were passed. */
  readonly questionSets: number;
  /** How many pieces of work were accepted. */
  readonly works: number;
}

/** What an attestation says: as it was on the day, for ever. */
export interface AttestedFacts {
  readonly personName: string;
  readonly courseTitle: string;
  /** Language of the course. */
  readonly courseLang: string;
  /** Who makes the course, the first one first. */
  readonly providers: readonly string[];
  /** Of the whole course. */
  readonly hours?: number;
  /** Day, YYYY-MM-DD. */
  readonly completedOn: string;
  readonly done: WhatWasDone;
  /** Titles of competencies that were acquired, in the course's language. */
  readonly competencies: readonly string[];
  readonly identity: IdentityLevel;
  readonly runTitle?: string;
  /** Number of the course's version that was completed. */
  readonly version: number;
  /** Where the course is found: a path of this site without language ("/learn/project-management"). */
  readonly coursePath: string;
}

/** What is needed to issue one. */
export interface AttestationFacts extends AttestedFacts {
  /** What it is for, such as the enrolment: for one subject there is one attestation. */
  readonly subject: string;
  readonly personId: string;
  readonly courseId: string;
  /** The course's own listing in the catalogue. */
  readonly listingId?: string;
  readonly isSample?: boolean;
}
