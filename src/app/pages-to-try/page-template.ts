/**
 * Every page of the application, by its route, with examples to try it on. What measures pages and what looks at them
 * in a browser both read this table; a page that does not stand in it fails.
 */
export interface PageTemplate {
  /** The route's pattern, as the application has it. */
  readonly pattern: string;
  /** Paths without language; `{name}` stands for something of the place where it is tried (see Places). */
  readonly examples: readonly [string, ...string[]];
  /** Who sees it at its fullest; `halfway` gave a password and waits for the second step. */
  readonly as: 'visitor' | 'halfway' | 'person' | 'operator';
}

/** What examples need to know of the place where they are tried. */
export interface Places {
  /** Slug of a course with prerequisites and a long text. */
  readonly course: string;
  /** Slugs of who gives that course, and where. */
  readonly provider: string;
  readonly platform: string;
  /** Secrets of links that somebody was sent. */
  readonly signUpToken: string;
  readonly signInToken: string;
  readonly resetToken: string;
  /** Ids: of a person with an account, a letter in the outbox, a source, one of its imports, a partner's key. */
  readonly person: string;
  readonly mail: string;
  readonly source: string;
  readonly import: string;
  readonly apiKey: string;
  readonly courseId: string;
  /** Id of an article of the news, and its address. */
  readonly article: string;
  readonly news: string;
  /** Id of a feed of others. */
  readonly feed: string;
  /** Id of a course that somebody proposed. */
  readonly proposal: string;
  /** Slug and id of an event, and the secret of a seat at it. */
  readonly event: string;
  readonly eventId: string;
  readonly seatToken: string;
  /** Slug of a provider that the person speaks for, and id of a course of it. */
  readonly desk: string;
  readonly deskCourse: string;
  /** Ids: of the person's review that was rejected, and of a moderator's case. */
  readonly rejectedReview: string;
  readonly reviewCase: string;
  /** Secrets of what a visitor follows, and of a wish that waits for its button; what is followed, by them and by the person. */
  readonly followToken: string;
  readonly confirmToken: string;
  readonly following: string;
  readonly ownFollowing: string;
  /** Slug and id of a public plan of the person's, and the secret of a list behind a link. */
  readonly list: string;
  readonly listId: string;
  readonly sharedList: string;
  /** Ids of reviews of that course: the person's own, and one that they may answer. */
  readonly ownReview: string;
  readonly review: string;
  /** Slug of a course that is taught here, which the person takes, and id of its first unit. */
  readonly taught: string;
  readonly taughtUnit: string;
  /** Ids of the run of it that the person is in, and of their enrolment. */
  readonly taughtRun: string;
  readonly taughtEnrolment: string;
  /** Id of the course of that run, to whose authors the person wrote. */
  readonly talked: string;
  /** Id of a film's block in that course. */
  readonly watchedFilm: string;
  /** Ids of a course with questions that were answered, and of work in it that waits. */
  readonly asked: string;
  readonly waitingWork: string;
  /** Number of an attestation of the person's. */
  readonly attestation: string;
  /** Ids of a course as those who write it see it, and of parts of it. */
  readonly draft: string;
  readonly draftSection: string;
  readonly draftUnit: string;
  readonly draftBlock: string;
  /** Id of a block with a film. */
  readonly draftFilm: string;
  /** Id of a run of it, by invitation. */
  readonly draftRun: string;
  /** A block of questions of it, and one of them. */
  readonly draftSet: string;
  readonly draftQuestion: string;
  /** Id of hours that the person noted for it. */
  readonly workEntry: string;
  /** Slug of a course to come. */
  readonly toCome: string;
  /** Id of an import of a course package. */
  readonly packageImport: string;
}
