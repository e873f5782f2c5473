import type { Db } from '../../../platform/db/database.ts';
import { nameKey } from '../course-document/slug.ts';
import { availabilityOf } from '../run-states/availability.ts';
import { type Availability } from '../run-states/availability.ts';
import type { RunFacts } from '../run-states/run-state.ts';
import { type Candidate, candidatesFor } from './related-courses.queries.ts';

export interface RelatedCourse {
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly platform: string;
  readonly document: Candidate['document'];
  readonly availability: Availability<RunFacts>;
}

export interface RelatedCourses {
  /** Joinable today and close, for who comes too late. */
  readonly equivalents: readonly RelatedCourse[];
  readonly sameLanguage: readonly RelatedCourse[];
  readonly otherLanguages: readonly RelatedCourse[];
}

const mostEquivalents = 3;
const mostRelated = 4;

/** Courses close to one: by the words of their titles and skills, their subjects and level. */
export async function relatedCourses(
  db: Db,
  courseId: string,
  { wantOpen, now }: { wantOpen: boolean; now: Date },
): Promise<RelatedCourses> {
  const { self, candidates } = await candidatesFor(db, courseId);
  if (!self) return { equivalents: [], sameLanguage: [], otherLanguages: [] };
  const words = wordsOf(self);
  const ranked = candidates
    .map((candidate) => ({ candidate, score: closeness(self, words, candidate) }))
    .sort((a, b) => b.score - a.score || (a.candidate.slug < b.candidate.slug ? -1 : 1))
    .map(({ candidate }) => shown(candidate, now));
  const same = ranked.filter((course) => course.language === self.language);
  const equivalents = wantOpen
    ? same.filter((course) => course.availability.flags.open).slice(0, mostEquivalents)
    : [];
  const taken = new Set(equivalents.map((course) => course.slug));
  return {
    equivalents,
    sameLanguage: same.filter((course) => !taken.has(course.slug)).slice(0, mostRelated),
    otherLanguages: ranked.filter((course) => course.language !== self.language).slice(0, mostRelated),
  };
}

function shown({ slug, title, language, platform, document, runs }: Candidate, now: Date): RelatedCourse {
  return { slug, title, language, platform, document, availability: availabilityOf(runs, now) };
}

/** Words of title and skills that carry meaning: the short ones are mostly grammar. */
function wordsOf({ title, document }: Pick<Candidate, 'title' | 'document'>): Set<string> {
  const texts = [title, ...(document.skills ?? []).map((skill) => skill.label)];
  return new Set(
    texts
      .flatMap((text) => nameKey(text).split(' '))
      .filter((word) => word.length > 3 || /\p{Script=Han}/u.test(word)),
  );
}

/** Shared words weigh most (as a share of the smaller set), then shared subjects, then the same level. */
function closeness(self: Candidate, words: ReadonlySet<string>, other: Candidate): number {
  const theirs = wordsOf(other);
  const shared = [...theirs].filter((word) => words.has(word)).length;
  const overlap = shared / Math.max(1, Math.min(words.size, theirs.size));
  const subjects = other.subjects.filter((subject) => self.subjects.includes(subject)).length;
  return overlap * 3 + subjects + (self.document.level === other.document.level ? 0.3 : 0);
}
