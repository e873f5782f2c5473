import type { Db } from '../../../platform/db/database.ts';
import { courseNotFound } from '../refusals.ts';
import { availabilityOf } from '../run-states/availability.ts';
import { tongueOf } from '../search-courses/card.ts';
import {
  type QualityFacts,
  qualityParts,
  type QualityPart,
  scorePoints,
  type ScorePart,
} from '../search-courses/ranking.ts';
import { type CourseQuery, searchCourses, type SearchScene } from '../search-courses/search-courses.ts';
import { qualityFacts } from '../search-courses/search-entry.ts';
import { courseInIndex, type Place } from './explain-place.queries.ts';

export interface PlaceOfCourse {
  readonly title: string;
  readonly language: string | undefined;
  /** What was searched, corrections made; '' when only browsing. */
  readonly searched: string;
  /** Whether it has all the words. */
  readonly matches: boolean;
  readonly points: Readonly<Partial<Record<ScorePart, number>>>;
  readonly score: number;
  readonly most: number;
  readonly words: readonly { readonly word: string; readonly place: Place | null }[];
  readonly quality: Readonly<Record<QualityPart, number>>;
  readonly facts: QualityFacts;
}

/**
 * Why a course stands where it does in a search: every point of its score, recomputed as the search computes it.
 * @throws Refusal 404 when no listed course has this address
 */
export async function explainPlace(
  db: Db,
  slug: string,
  query: CourseQuery,
  scene: SearchScene,
): Promise<PlaceOfCourse> {
  const found = query.q.trim() === '' ? undefined : await searchCourses(db, query, { ...scene, perPage: 1 });
  const tongue = tongueOf(scene.lang);
  const listed = await courseInIndex(db, slug, found?.match, tongue);
  if (!listed) throw courseNotFound();
  const { course, place } = listed;
  const facts = qualityFacts(course, availabilityOf(course.runs, scene.now), scene.now);
  const base = {
    title: course.document.title,
    language: course.document.languages?.[0],
    facts,
    quality: qualityParts(facts),
  };
  if (!found?.match || !place) {
    const language = listed.tongue === tongue ? scorePoints.language : 0;
    const points = { language, quality: (scorePoints.quality * listed.quality) / 1000 };
    return { ...base, ...sumOf(points), searched: '', matches: true, words: [] };
  }
  return {
    ...base,
    ...sumOf(place.points),
    searched: found.match.terms.map(({ text }) => text).join(' '),
    matches: place.matches,
    words: found.match.terms.map(({ text }, at) => ({ word: text, place: place.places[at] ?? null })),
  };
}

function sumOf(points: Partial<Record<ScorePart, number>>) {
  const names = Object.keys(points) as ScorePart[];
  return {
    points,
    score: names.reduce((sum, name) => sum + (points[name] ?? 0), 0),
    most: names.reduce((sum, name) => sum + scorePoints[name], 0),
  };
}
