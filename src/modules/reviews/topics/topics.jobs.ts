import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Subscriber } from '../../../platform/events/event.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { reviewChangedName } from '../events.ts';
import { countTerms, fewestTexts, findTopics } from './find-topics.ts';
import * as queries from './topics.queries.ts';

const findTopicsTask = 'reviews-find-topics';
const changed = z.object({ courseId: z.uuid() });

/** A review that comes, changes or goes: the topics of its course are due, once for many. */
export const topicsSubscriber: Subscriber = {
  name: 'reviews-topics',
  events: [reviewChangedName],
  async handle(db, events) {
    for (const courseId of new Set(events.map((event) => changed.parse(event.data).courseId)))
      await enqueue(db, findTopicsTask, { courseId }, { key: `${findTopicsTask}:${courseId}`, priority: 10 });
  },
};

export const findTopicsJob: JobTask = {
  name: findTopicsTask,
  async run({ db, actor }, payload) {
    const { courseId } = changed.parse(payload);
    await transact(db, (inner) => renewTopics(inner, actor, courseId));
  },
};

/** Finds the topics of a course anew, in each language that enough of its reviews are written in. */
export async function renewTopics(db: Db, actor: Actor, courseId: string): Promise<void> {
  const texts = await queries.textsOfCourse(db, courseId);
  const found = [];
  for (const [lang, reviews] of Map.groupBy(texts, (text) => text.lang)) {
    if (reviews.length < fewestTexts) continue;
    const counts = await queries.termCounts(db, lang, [...countTerms(reviews, lang).keys()]);
    const background = { reviews: counts.get('') ?? 0, count: (term: string) => counts.get(term) ?? 0 };
    found.push(
      ...findTopics(reviews, lang, background).map((topic, position) => ({ ...topic, lang, position })),
    );
  }
  await queries.saveTopics(db, courseId, found, actor.now);
}

const atOnce = 1000;
/** Words that only one or two reviews use tell nothing, and would be most of the table. */
const fewestUses = 3;

/** Every night: how often each word is used in each language, and the topics of all courses by that. */
export const countTermsJob: JobTask = {
  name: 'reviews-count-terms',
  cron: '10 2 * * *',
  async run({ db, signal }) {
    const byLang = new Map<string, Map<string, number>>();
    for (let last: string | undefined, more = true; more;) {
      const texts = await queries.textsAfter(db, last, atOnce);
      for (const text of texts) countText(byLang, text);
      last = texts.at(-1)?.id;
      more = texts.length === atOnce && !signal.aborted;
    }
    await transact(db, async (inner) => {
      for (const [lang, counts] of byLang) {
        for (const [term, count] of counts) if (count < fewestUses && term !== '') counts.delete(term);
        await queries.saveTermCounts(inner, lang, counts);
      }
      for (const courseId of await queries.coursesWithTexts(inner, fewestTexts))
        await enqueue(
          inner,
          findTopicsTask,
          { courseId },
          { key: `${findTopicsTask}:${courseId}`, priority: 10 },
        );
    });
  },
};

function countText(byLang: Map<string, Map<string, number>>, text: queries.StoredText): void {
  const counts = byLang.get(text.lang) ?? new Map<string, number>();
  byLang.set(text.lang, counts);
  for (const term of ['', ...countTerms([text], text.lang).keys()])
    counts.set(term, (counts.get(term) ?? 0) + 1);
}
