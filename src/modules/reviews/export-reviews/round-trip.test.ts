import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { actorOn } from '../../catalog/testing/catalog-stage.ts';
import { storedCourses } from '../../catalog/testing/stage.queries.ts';
import { keepRating } from '../score-courses/keep-rating.ts';
import { bringing, furnishCourses } from '../testing/import-stage.ts';
import { forgetReviews, keptRatings, keptReviews } from '../testing/imported.queries.ts';
import { putReview } from '../testing/stored-review.queries.ts';
import { reviewFormats } from './export-reviews.ts';

const [here, there] = [await testDatabase(), await testDatabase()];
await furnishCourses(here.db);
await furnishCourses(there.db);
const courses = await storedCourses(here.db);

async function exported(db: Db, ending: string): Promise<string> {
  const format = reviewFormats.find((one) => one.ending === ending);
  let text = '';
  for await (const piece of format?.write(db, { samples: false, platform: 'alpha' }) ?? []) text += piece;
  return text;
}

/** What is exported, without the names that every platform gives for itself. */
const told = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id: _id, course, ...review } = JSON.parse(line) as { id: string; course: { title: string } };
      return { ...review, course: course.title };
    })
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

const words = fc
  .oneof(
    fc.string({ minLength: 3, maxLength: 60, unit: 'grapheme' }),
    fc.constantFrom(
      '=1+1 and so on',
      "'-quoted",
      'a, "b";\nc',
      'List<T> & more <b>bold</b> &amp;',
      'خاتمة جيدة',
      '很好\n\n谢谢',
      '\u2028x y',
    ),
  )
  .map((text) => text.replaceAll('\0', '').replaceAll('\r', '').trim())
  .filter((text) => /\p{L}/u.test(text) && text.isWellFormed());

const review = fc.record({
  at: fc.constantFrom(
    ...courses.filter(({ platform, title }) => platform === 'alpha' && title !== 'Music').map(({ id }) => id),
  ),
  stars: fc.integer({ min: 1, max: 5 }),
  body: fc.option(words, { nil: null }),
  pros: fc.option(words, { nil: null }),
  forWhom: fc.option(words, { nil: null }),
  criteria: fc.record(
    { content: fc.integer({ min: 1, max: 5 }), support: fc.integer({ min: 1, max: 5 }) },
    { requiredKeys: [] },
  ),
  hours: fc.option(
    fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10),
    { nil: null },
  ),
  status: fc.constantFrom('finished' as const, 'dropped' as const, 'under-way' as const),
  proof: fc.constantFrom('none' as const, 'enrolled' as const, 'certificate' as const),
  anonymous: fc.boolean(),
  lang: fc.constantFrom('fr', 'zh', 'ar'),
});

type Given = typeof review extends fc.Arbitrary<infer T> ? T : never;

async function write(given: readonly Given[]): Promise<void> {
  for (const [nth, one] of given.entries()) {
    const writtenAt = new Date(Date.UTC(2026, 0, 1 + nth));
    const id = await putReview(here.db, actorOn(), {
      course_id: one.at,
      stars: one.stars,
      body: one.body,
      pros: one.pros,
      for_whom: one.forWhom,
      criteria: JSON.stringify(one.criteria),
      hours_a_week: one.hours,
      status: one.status,
      drop_reason: one.status === 'dropped' ? 'life' : null,
      experienced_on: '2025-11-01',
      run_label: 'Autumn, 2025',
      proof: one.proof,
      is_anonymous: one.anonymous,
      lang: one.lang,
      state: 'published',
      written_at: writtenAt,
      published_at: writtenAt,
    });
    const ratedOn = writtenAt.toISOString().slice(0, 10);
    await keepRating(here.db, actorOn(), {
      reviewId: id,
      courseId: one.at,
      ratedOn,
      stars: one.stars,
      proof: one.proof,
    });
  }
}

describe.each(['jsonl', 'csv'])('reviews as %s', (ending) => {
  it('come into an empty platform without loss, with their ratings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(review, { minLength: 1, maxLength: 8 }), async (given) => {
        await forgetReviews(here.db);
        await forgetReviews(there.db);
        await write(given);
        const report = await bringing(there.db, await exported(here.db, ending), { proof: 'as-told' });
        expect(report.reasons).toEqual([]);
        expect(report.created).toBe(given.length);
        expect(told(await exported(there.db, 'jsonl'))).toEqual(told(await exported(here.db, 'jsonl')));
        expect(await keptRatings(there.db)).toEqual(await keptRatings(here.db));
      }),
      { numRuns: 25 },
    );
  });
});

describe('an export', () => {
  it('holds published reviews only, and nobody', async () => {
    await forgetReviews(here.db);
    const [course] = courses;
    const base = {
      course_id: course?.id ?? '',
      lang: 'en',
      stars: 4,
      status: 'finished',
      written_at: new Date('2026-01-05'),
    } as const;
    const person = actorOn().ids.next();
    await putReview(here.db, actorOn(), { ...base, body: 'seen', state: 'published', person_id: person });
    await putReview(here.db, actorOn(), { ...base, body: 'unseen', state: 'held' });
    for (const { ending } of reviewFormats) {
      const text = await exported(here.db, ending);
      expect(text).toContain('seen');
      expect(text).not.toContain('unseen');
      expect(text).not.toContain(person);
    }
    expect(await keptReviews(here.db)).toHaveLength(2);
  });
});
