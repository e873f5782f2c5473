import type { Db } from '../../../platform/db/database.ts';
import { nameKey } from '../course-document/slug.ts';
import { readCard } from '../search-courses/card.ts';
import type { SearchResult } from '../search-courses/search-courses.ts';
import type { KeptNear } from './kept-near.queries.ts';
import { type Candidate, candidatesFor, keepRelated } from './related-courses.queries.ts';

export interface RelatedCourses {
  /** Joinable today and close, for who comes too late. */
  readonly equivalents: readonly SearchResult[];
  readonly sameLanguage: readonly SearchResult[];
  readonly otherLanguages: readonly SearchResult[];
}

const mostEquivalents = 3;
const mostRelated = 4;
const mostKept = 40;
/** What is close is looked for again after this long. */
const freshDays = 7;

export interface RelatedScene {
  /** The course cannot be joined today: what is open and close comes first. */
  readonly wantOpen: boolean;
  readonly now: Date;
  /** Where to keep what was found: the primary, apart from the request. */
  readonly keep: Db;
}

/** Courses close to one: by the words of their titles and skills, their subjects and level. */
export async function relatedCourses(
  db: Db,
  course: { readonly id: string; readonly language: string | null; readonly near: KeptNear | null },
  scene: RelatedScene,
): Promise<RelatedCourses> {
  const cards = await closeCards(db, course, scene);
  const ranked: SearchResult[] = cards.map((card) => readCard(card, scene.now));
  const isSame = ({ card }: SearchResult) => (card.language ?? null) === course.language;
  const open = ranked.filter((result) => isSame(result) && result.availability.flags.open);
  const equivalents = scene.wantOpen ? open.slice(0, mostEquivalents) : [];
  return {
    equivalents,
    sameLanguage: ranked
      .filter((result) => isSame(result) && !equivalents.includes(result))
      .slice(0, mostRelated),
    otherLanguages: ranked.filter((result) => !isSame(result)).slice(0, mostRelated),
  };
}

async function closeCards(
  db: Db,
  { id: courseId, near }: { readonly id: string; readonly near: KeptNear | null },
  { now, keep }: RelatedScene,
): Promise<readonly string[]> {
  if (near && now.getTime() - Date.parse(near.madeAt) < freshDays * 86_400_000) return near.cards;
  const { self, others } = await candidatesFor(db, courseId);
  const closest = self ? closestOf(self, others) : [];
  await keepRelated(
    keep,
    courseId,
    closest.map(({ id }) => id),
    now,
  );
  return closest.flatMap(({ card }) => card ?? []);
}

/** The closest, the nearest first. */
function closestOf(self: Candidate, others: readonly Candidate[]): Candidate[] {
  const words = wordsOf(self);
  return others
    .map((other) => ({ other, score: closeness(self, words, other) }))
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, mostKept)
    .map(({ other }) => other);
}

/** Words of title and skills that carry meaning: the short ones are mostly grammar. */
function wordsOf({ title, skills }: Candidate): Set<string> {
  const words = [title, ...skills].flatMap((text) => nameKey(text).split(' '));
  return new Set(words.filter((word) => word.length > 3 || /\p{Script=Han}/u.test(word)));
}

/** Shared words weigh most (as a share of the smaller set), then shared subjects, then the same level. */
function closeness(self: Candidate, words: ReadonlySet<string>, other: Candidate): number {
  const theirs = wordsOf(other);
  const shared = [...theirs].filter((word) => words.has(word)).length;
  const overlap = shared / Math.max(1, Math.min(words.size, theirs.size));
  return overlap * 3 + other.shared + (self.level === other.level ? 0.3 : 0);
}
