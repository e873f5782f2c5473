import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { follow } from '../../notify/index.ts';
import type { PlannedAnswers } from '../ask-demand/answer-choices.ts';
import { keepPlanned } from '../ask-demand/planned.queries.ts';
import { plannedPath, plannedTopic, plannedWants } from '../ask-demand/planned-topic.ts';
import { courseContent } from '../content/course-content.ts';
import { createCourse } from '../keep-course/create-course.ts';

const title = 'Réparer plutôt que jeter : les petits appareils du quotidien';

/** A course that is still to be made: an outline of one unit, and a page that asks who would take it. */
const draft = () =>
  courseContent.parse({
    about: {
      title,
      lang: 'fr',
      summary: 'Trouver la panne, mesurer sans danger, changer une pièce.',
      providers: ['Atelier des Deux Rives'],
      subjects: ['Électricité', 'Développement durable'],
      level: 'beginner',
      outcomes: ['Trouver une panne', 'Mesurer une tension sans danger', 'Réparer plutôt que remplacer'],
    },
    sections: [
      {
        id: 'pannes',
        title: 'Trouver la panne',
        units: [{ id: 'premiers-gestes', title: 'Les premiers gestes', blocks: [] }],
      },
    ],
  });

const answers: readonly PlannedAnswers[] = [
  { when: 'now', purpose: 'self', hours: '1-2' },
  { when: 'months', purpose: 'job', hours: '3-5' },
  {},
];

/** Brings a course to come, which three of the sample's people would take. */
export async function installSampleToCome(
  db: Db,
  actor: Actor,
  { ownerId, people }: { readonly ownerId: string | undefined; readonly people: readonly string[] },
): Promise<void> {
  const { id, slug } = await createCourse(db, actor, {
    content: draft(),
    isSample: true,
    ...(ownerId !== undefined && { ownerId }),
  });
  const planned = {
    state: 'asking',
    summary:
      'Bouilloire, lampe, grille-pain, aspirateur : quatre semaines pour trouver la panne, mesurer sans danger et changer la pièce. On garde l’appareil, et on comprend comment il marche.',
    audience:
      'Toute personne qui a un appareil en panne et un tournevis. Aucune connaissance en électricité n’est demandée.',
    earliest: monthAhead(actor.now, 4),
    weeks: 4,
    hoursAWeek: 2,
  } as const;
  await keepPlanned(db, id, planned, actor.now);
  for (const [at, personId] of people.slice(0, answers.length).entries())
    await follow(
      db,
      { ...actor, kind: 'person', id: personId },
      {
        id: actor.ids.next(),
        topic: plannedTopic(id),
        wants: plannedWants,
        title,
        path: plannedPath(slug),
        by: { account: true },
        pace: 'no-letter',
        lang: 'fr',
        answers: answers[at] ?? {},
      },
    );
}

/** The first day of a month, so many months after this one. */
const monthAhead = (now: Date, months: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
