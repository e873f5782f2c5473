import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { ratingsChanged } from '../events.ts';
import { keepRating } from '../score-courses/keep-rating.ts';
import { addDays, dayOf } from '../../../platform/time/clock.ts';
import * as queries from './sample-reviews.queries.ts';
import { sampleTexts } from './sample-texts.ts';

/** How many sample courses of each language get reviews. */
const coursesALanguage = 2;

/**
 * A few reviews on sample courses, so that somebody new sees what reviews are; each says that it is a sample and is
 * nobody's. Harmless when they are there already. Returns how many came.
 */
export async function installSampleReviews(db: Db, actor: Actor): Promise<number> {
  const today = dayOf(actor.now);
  let made = 0;
  for (const { id: courseId, lang } of await queries.sampleCourses(
    db,
    Object.keys(sampleTexts),
    coursesALanguage,
  ))
    for (const [at, text] of (sampleTexts[lang] ?? []).entries()) {
      const writtenOn = addDays(today, -text.daysAgo);
      const review = { ...text, id: actor.ids.next(), courseId, lang, key: `${courseId}:${at}`, writtenOn };
      if (!(await queries.insertSample(db, review))) continue;
      const { stars, proof } = text;
      await keepRating(db, actor, { reviewId: review.id, courseId, ratedOn: writtenOn, stars, proof });
      made += 1;
    }
  return made;
}

/** Takes the sample's reviews away, and whatever was said of sample courses: they go too. */
export async function removeSampleReviews(db: Db, actor: Actor): Promise<void> {
  const courseIds = await queries.deleteSamples(db);
  if (courseIds.length > 0) await publish(db, actor, ratingsChanged(courseIds));
}
