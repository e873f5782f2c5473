import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { addDays, dayOf } from '../../../platform/time/clock.ts';
import { samplePeople } from '../../accounts/index.ts';
import { coursesAsked } from '../../catalog/index.ts';
import { keepCourse } from '../keep-course/keep-course.ts';
import { makeList } from '../make-list/make-list.ts';
import { layOut } from '../plan-learning/plan-learning.ts';
import { mondayOf } from '../plan-learning/plan.ts';
import { shareList } from '../share-list/share-list.ts';
import { hasSampleLists, markAsSample } from './sample-lists.queries.ts';

interface SampleList {
  readonly title: string;
  readonly description: string;
  readonly lang: Lang;
  /** Addresses of the sample's courses, with what the list says of each. */
  readonly courses: readonly (readonly [slug: string, note: string | null])[];
}

const publicOne: SampleList = {
  title: 'De l’ordinateur à sa première page web',
  description:
    'Pour qui n’a jamais osé : quatre cours gratuits, dans cet ordre, chacun appuyé sur le précédent.\nCeci est un exemple.',
  lang: 'fr',
  courses: [
    [
      'l-ordinateur-pas-a-pas',
      'Commencer ici, même si l’on sait déjà un peu : les bases évitent bien des peurs.',
    ],
    ['le-tableur-enfin-simple', null],
    ['creer-sa-premiere-page-web', 'Garder sa page : elle servira au cours suivant.'],
    ['javascript-rendre-une-page-vivante', null],
  ],
};

const plan: SampleList = {
  title: 'Data, starting from zero',
  description: 'Five hours a week, one course after the other. This is a sample.',
  lang: 'en',
  courses: [
    ['python-for-everyday-problems', null],
    ['data-analysis-with-python-ask-clean-draw-doubt', 'Try it on a table of your own.'],
    ['honest-machine-learning', null],
  ],
};

/** The sample learner, as accounts brings her. */
const learner = 'learner@example.org';
const hoursAWeek = 5;

/**
 * A public list and a plan of the sample learner's, once; they go with her when the sample is removed. Nothing happens
 * without her, nor where the sample's courses are not (a site that began with courses of its own).
 */
export async function installSampleLists(db: Db, system: Actor): Promise<void> {
  const owner = (await samplePeople(db)).find(({ address }) => address === learner);
  if (!owner || (await hasSampleLists(db))) return;
  const wanted = [...publicOne.courses, ...plan.courses].map(([slug]) => slug);
  if ((await coursesAsked(db, wanted)).size < wanted.length) return;
  const actor: Actor = { ...system, kind: 'person', id: owner.id, roles: [] };
  const shared = await fill(db, actor, publicOne, false);
  await shareList(db, actor, { id: shared, visibility: 'public', showsName: true });
  const planned = await fill(db, actor, plan, true);
  const from = addDays(mondayOf(dayOf(actor.now)), 7);
  await layOut(db, actor, { listId: planned, from, hours: hoursAWeek });
  await markAsSample(db, [shared, planned]);
}

async function fill(db: Db, actor: Actor, sample: SampleList, isPlan: boolean): Promise<string> {
  const { courses, ...details } = sample;
  const listId = await makeList(db, actor, { id: actor.ids.next(), ...details, isPlan });
  for (const [course, note] of courses) await keepCourse(db, actor, { course, note, place: { listId } });
  return listId;
}
