import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import type { MoneyPlan } from '../plan-production/money-plan.ts';
import { insertEntry } from '../plan-production/note-hours.queries.ts';
import { keepHoursPlan, keepMoneyPlan } from '../plan-production/plan.queries.ts';
import { proposeMinutes, type Task } from '../plan-production/tasks.ts';

/** What the sample says of itself in every free text of it. */
const words = {
  fr: { mark: 'Exemple', camera: 'Caméra et micro', grant: 'Subvention de la région', letters: 'Envois' },
  en: { mark: 'Sample', camera: 'Camera and microphone', grant: 'Regional grant', letters: 'Mailings' },
} as const;

/** Task, days ago, minutes. */
const noted: readonly (readonly [Task, number, number])[] = [
  ['design', 60, 480],
  ['writing', 52, 420],
  ['writing', 45, 390],
  ['filming', 38, 450],
  ['editing', 31, 510],
  ['captions', 24, 200],
  ['questions', 17, 330],
  ['review', 10, 120],
];

function moneyOf(lang: 'fr' | 'en'): MoneyPlan {
  const { mark, camera, grant, letters } = words[lang];
  const said = (what: string) => `${what} (${mark})`;
  return {
    currency: 'EUR',
    hourly: 3_800,
    learners: 400,
    costs: [
      { kind: 'equipment', label: said(camera), amount: 145_000, basis: 'once', payer: '', spent: true },
      { kind: 'communication', label: said(letters), amount: 40, basis: 'learner', payer: '', spent: false },
    ],
    incomes: [
      { kind: 'grant', label: said(grant), amount: 600_000, basis: 'once', percent: 100 },
      { kind: 'certificate', label: `(${mark})`, amount: 4_500, basis: 'learner', percent: 30 },
    ],
    funders: [
      { name: said('Atelier des Deux Rives'), share: 6_667 },
      { name: said('École du Port'), share: 3_333 },
    ],
  };
}

/** Plans a sample course, and notes hours of its owner: every free text says that it is a sample. */
export async function installSampleProduction(
  db: Db,
  actor: Actor,
  course: { readonly id: string; readonly lang: 'fr' | 'en'; readonly ownerId: string },
): Promise<void> {
  const { now } = actor;
  await keepHoursPlan(db, course.id, { weeks: 2, minutes: proposeMinutes(2) }, now);
  await keepMoneyPlan(db, course.id, moneyOf(course.lang), now);
  for (const [task, daysAgo, minutes] of noted)
    await insertEntry(
      db,
      {
        id: actor.ids.next(),
        courseId: course.id,
        personId: course.ownerId,
        task,
        day: dayOf(new Date(now.getTime() - daysAgo * 86_400_000)),
        minutes,
        note: words[course.lang].mark,
      },
      now,
    );
}
