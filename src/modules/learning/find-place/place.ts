import type {
  OutlineSection,
  OutlineUnit,
  PublishedCourse,
  PublishedUnit,
  StaffRole,
} from '../../courses/index.ts';
import type { Tally } from '../ledger/tally.ts';

/** A course as its latest version has it. */
export interface TaughtCourse extends PublishedCourse {
  readonly title: string;
  /** BCP 47 tag of its texts. */
  readonly lang: string;
}

/** An offering of a course; days are 'YYYY-MM-DD' in its zone. */
export interface Run {
  readonly id: string;
  readonly title: string;
  readonly pacing: 'self' | 'scheduled';
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly enrolmentStartOn: string | null;
  readonly enrolmentEndOn: string | null;
  readonly zone: string;
  readonly access: 'open' | 'members' | 'code' | 'invited';
  readonly seats: number | null;
  readonly state: 'open' | 'closed' | 'cancelled';
}

export interface Enrolment {
  readonly id: string;
  readonly personId: string;
  readonly state: 'waiting' | 'active' | 'completed' | 'left';
  readonly run: Run;
  readonly enrolledAt: Date;
  readonly completedAt: Date | null;
  readonly lastUnitId: string | null;
  /** What authors said with versions that came since they were told, the oldest first. */
  readonly untold: readonly string[];
  /** What teachers gave this person, by block; '' is for the whole run. */
  readonly extensions: Readonly<Record<string, { readonly minutes: number; readonly attempts: number }>>;
  /** Blocks with work of theirs that a teacher has still to look at. */
  readonly awaited: readonly string[];
  readonly charterHash: string | null;
  readonly tally: Tally;
  /** Of the progress row, for compare-and-set. */
  readonly revision: number;
}

/** A course, and how the one who looks stands to it. */
export interface CoursePlace {
  readonly course: TaughtCourse;
  /** What they do for the course, where they work on it. */
  readonly role?: StaffRole;
  readonly enrolment?: Enrolment;
  /** Answers of the authors that the learner has not read; absent without any. */
  readonly unread?: number;
}

export interface Note {
  readonly id: string;
  readonly unitId: string;
  /** Place in a film of the unit. */
  readonly atSecond: number | null;
  /** The film, where it was told; else the first of the unit. */
  readonly blockId: string | null;
  readonly text: string;
  readonly writtenAt: Date;
}

/** How somebody found a unit. */
export const unitRatings = ['clear', 'so-so', 'lost'] as const;
export type UnitRating = (typeof unitRatings)[number];

/** A unit of a course with its blocks, and what the learner keeps beside it. */
export interface UnitPlace extends CoursePlace {
  readonly section: OutlineSection;
  readonly unit: OutlineUnit;
  readonly blocks: PublishedUnit['blocks'];
  /** Those that its blocks name. */
  readonly files: PublishedUnit['files'];
  /** Only where questions of this unit are drawn from them. */
  readonly banks: PublishedUnit['banks'];
  readonly notes: readonly Note[];
  readonly isBookmarked: boolean;
  /** What they said of the unit, if anything. */
  readonly rating: UnitRating | null;
}
