import type { Db } from '../../../platform/db/database.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import type { Level } from '../course-document/course-document.ts';
import { packTrait } from '../search-courses/facets.ts';
import { tokensOf } from '../search-courses/words/tokens.ts';
import { mapSubjects } from '../subjects/map-subject.ts';
import { daysKept, fewestShown } from './forget-missed.job.ts';
import { askDemand, type DemandRows } from './gauge-demand.queries.ts';

/** A course that somebody thinks of making. */
export interface CourseIdea {
  readonly title: string;
  readonly lang: string;
  /** Names of subjects, in any language. */
  readonly subjects: readonly string[];
  /** What one can do afterwards. */
  readonly outcomes: readonly string[];
  readonly level?: Level | undefined;
}

/** What the catalogue knows of the demand for a course: counts alone, each from one source. */
export interface Demand extends Pick<DemandRows, 'searches' | 'supply' | 'wanted' | 'skilled'> {
  /** How many courses of its subjects name a skill that shares a word with an outcome; one line an outcome. */
  readonly outcomes: readonly { readonly outcome: string; readonly courses: number }[];
  /** Courses that people missed in the last thirteen months, and whose titles share a word with it. */
  readonly proposals: readonly string[];
}

/** Small words of the interface's languages that say nothing of a course. */
const small = new Set(
  `the and for with from your how les des une aux pour avec dans sur que qui par vos est las los una con para del por sus
  der die das und von как для или его все это при what into more plus cours course curso курс`.split(/\s+/),
);

/** What words of a text begin with, so that endings do not part them; without the small words. */
export function stemsOf(text: string): string[] {
  const telling = tokensOf(text).filter(
    (word) => !small.has(word) && (word.length > 2 || /\p{Script=Han}/u.test(word)),
  );
  return [
    ...new Set(telling.map((word) => (word.length > 6 ? word.slice(0, Math.max(5, word.length - 3)) : word))),
  ];
}

const touches = (text: string, stems: readonly string[]): boolean =>
  tokensOf(text).some((word) => stems.some((stem) => word.startsWith(stem)));

/**
 * What speaks for a course before it is made, as far as the catalogue knows. One statement.
 * Searches that fewer than three made are left out; they may be about one person.
 */
export async function gaugeDemand(db: Db, idea: CourseIdea, now: Date): Promise<Demand> {
  const stems = stemsOf([idea.title, ...idea.subjects].join(' '));
  const claims = idea.subjects.map((label) => ({ scheme: 'label', label }) as const);
  const { searches, supply, wanted, labels, titles, skilled } = await askDemand(db, {
    stems,
    subjects: mapSubjects(claims, idea.title).map(({ subjectId }) => subjectId),
    lang: idea.lang,
    level: packTrait('level', [idea.level]),
    since: dayOf(new Date(now.getTime() - daysKept * 86_400_000)),
    fewest: fewestShown,
  });
  return {
    searches,
    supply,
    wanted,
    skilled,
    outcomes: idea.outcomes.map((outcome) => {
      const own = stemsOf(outcome);
      const naming = labels.filter(({ label }) => touches(label, own));
      // a course that names two such skills counts once at least: the greatest count is never too high
      return { outcome, courses: Math.max(0, ...naming.map(({ courses }) => courses)) };
    }),
    proposals: titles.filter((title) => touches(title, stems)),
  };
}
