import { Readable } from 'node:stream';
import type { FeedInput, FeedRecord } from '../../src/modules/catalog/formats/feed-format.ts';
import { chanceFrom, zipf } from '../catalogue/chance.ts';

/** Courses of the benchmark, and how many ratings they have together. */
export interface ReviewsOfBench {
  readonly courses: number;
  readonly ratings: number;
}

export async function* benchCourses(courses: number): AsyncGenerator<FeedRecord> {
  for (let number = 0; number < courses; number += 1)
    yield { kind: 'course', document: { key: `course-${number}`, title: `Course ${number}` }, degraded: [] };
}

/** A table of ratings as platforms give them: a few courses have most of them, and four in five are five stars. */
export function ratingsFeed({ courses, ratings }: ReviewsOfBench): FeedInput {
  return { location: 'ratings.csv', open: () => Promise.resolve(Readable.from(pieces(courses, ratings))) };
}

const linesInPiece = 1_000;
const lastDay = Date.parse('2026-11-01');
const dayMs = 86_400_000;

function* pieces(courses: number, ratings: number): Generator<Buffer> {
  const chance = chanceFrom(11);
  const rank = zipf(courses);
  yield Buffer.from('date_reviews,rating,course_id\n');
  for (let from = 0; from < ratings; from += linesInPiece) {
    const lines = Array.from({ length: Math.min(linesInPiece, ratings - from) }, () => {
      const day = new Date(lastDay - Math.floor(chance.next() * 1_800) * dayMs).toISOString().slice(0, 10);
      const luck = chance.next();
      const stars = luck < 0.79 ? 5 : luck < 0.945 ? 4 : luck < 0.978 ? 3 : luck < 0.989 ? 2 : 1;
      return `${day},${stars},course-${rank(chance)}\n`;
    });
    yield Buffer.from(lines.join(''));
  }
}
