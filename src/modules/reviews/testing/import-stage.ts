import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { textInput } from '../../catalog/testing/for-modules-above.ts';
import { actorOn, course, importing } from '../../catalog/testing/catalog-stage.ts';
import type { ImportReport } from '../import-reviews/import-report.ts';
import { importReviews, type ReviewsImport } from '../import-reviews/import-reviews.ts';
import { platformNamed } from '../import-reviews/match-course.queries.ts';

/** Courses of a platform "alpha", and one of "beta", that feeds of reviews are matched to. */
export async function furnishCourses(db: Db): Promise<void> {
  await importing(db, [
    course('algebra', {
      title: 'Linear Algebra',
      url: 'https://alpha.example/course/algebra',
      languages: ['en'],
    }),
    course('bread-101', {
      title: 'Baking Bread',
      url: 'https://alpha.example/learn/bread?x=1',
      languages: ['fr'],
    }),
    course('music-a', { title: 'Music' }),
    course('music-b', { title: 'Music' }),
  ]);
  await importing(db, [course('algebra', { title: 'Algebra elsewhere' })], { platformName: 'beta' });
}

export interface Bringing extends Partial<Omit<ReviewsImport, 'input'>> {
  /** Days after the first day of tests. */
  readonly on?: number;
  readonly actor?: Actor;
}

/** Imports a text as a feed of reviews of "alpha". */
export async function bringing(
  db: Db,
  text: string,
  { on = 0, actor, ...more }: Bringing = {},
): Promise<ImportReport> {
  const platform = await platformNamed(db, 'alpha', 'alpha');
  if (!platform) throw new Error('the courses are not there');
  return importReviews(db, actor ?? actorOn(on), {
    input: textInput(text, { location: '/feeds/reviews', pieceBytes: 61 }),
    platform,
    source: 'alpha',
    outOf: 5,
    proof: 'none',
    ...more,
  });
}
