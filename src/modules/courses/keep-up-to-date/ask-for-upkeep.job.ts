import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { defaultLang, isLang } from '../../../platform/i18n/languages.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { announce, follow, type News, type Topic } from '../../notify/index.ts';
import { type CourseToAskAbout, takeUntouched } from './upkeep.queries.ts';
import { untouchedBefore } from './untouched.ts';

const atOnce = 100;

/** Each morning: authors of courses that nobody touched for three months are asked whether all is still right, once a quarter. */
export const askForUpkeepJob: JobTask = {
  name: 'courses-ask-for-upkeep',
  cron: '0 7 * * *',
  async run({ db, actor, signal }) {
    const asked = { before: untouchedBefore(actor.now), now: actor.now, most: atOnce };
    let taken = atOnce;
    while (taken === atOnce && !signal.aborted)
      taken = await transact(db, async (inner) => {
        const courses = await takeUntouched(inner, asked);
        for (const course of courses) await askAbout(inner, actor, course);
        return courses.length;
      });
  },
};

type Reader = CourseToAskAbout['people'][number];

/** Of each person a topic of their own: who leaves the course hears no more of it. */
const upkeepTopic = (courseId: string, personId: string): Topic => ({
  kind: 'courses.upkeep',
  subject: `${courseId}:${personId}`,
});
const pathOf = (courseId: string): string => `/teach/courses/${courseId}/up-to-date`;

async function askAbout(db: Db, actor: Actor, course: CourseToAskAbout): Promise<void> {
  for (const reader of course.people) if (!reader.hears) await signUp(db, actor, course, reader);
  await announce(
    db,
    actor,
    course.people.map((reader) => newsFor(course, reader, actor.now)),
  );
}

const newsFor = (course: CourseToAskAbout, { id }: Reader, now: Date): News => ({
  key: `courses.upkeep:${course.id}:${id}:${now.toISOString().slice(0, 10)}`,
  topic: upkeepTopic(course.id, id),
  want: 'untouched',
  sentence: 'courses.upkeep.news',
  values: { course: course.title, day: { day: course.changedAt.toISOString().slice(0, 10) } },
  path: pathOf(course.id),
});

/** Who follows as much as one may reads it on the list of their courses only. */
async function signUp(db: Db, actor: Actor, course: CourseToAskAbout, reader: Reader): Promise<void> {
  const { id, name, lang: spoken } = reader;
  const lang = isLang(spoken) ? spoken : defaultLang;
  const person: Actor = { kind: 'person', id, name, roles: [], lang, now: actor.now, ids: actor.ids };
  await follow(db, person, {
    id: actor.ids.next(),
    topic: upkeepTopic(course.id, id),
    wants: ['untouched'],
    title: course.title,
    path: pathOf(course.id),
    by: { account: true },
    pace: 'at-once',
    lang,
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
