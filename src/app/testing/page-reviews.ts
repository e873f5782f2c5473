import { createPerson } from '../../modules/accounts/index.ts';
import { systemActor } from '../../platform/actor.ts';
import type { App, Tools } from '../../platform/http/environment.ts';
import { TestBrowser } from '../../platform/testing/browser.ts';
import type { Places } from '../page-budgets.ts';

const password = 'seven green kayaks';
const address = 'reader@example.org';

/** The person and somebody else review a course, each in all fields. */
export async function writeReviews(
  { tools, app, person }: { readonly tools: Tools; readonly app: App; readonly person: TestBrowser },
  course: string,
): Promise<Pick<Places, 'ownReview' | 'review'>> {
  const actor = systemActor('test', tools.clock.now(), tools.ids);
  await createPerson(tools.database.db, actor, { name: 'Lamine Sow', address, password, lang: 'fr' });
  const reader = new TestBrowser(app, '192.0.2.9');
  await reader.post('/fr/sign-in', { address, password });
  return {
    ownReview: await write(person, course, 'On apprend à lire un plan et à choisir une fraise. '.repeat(12)),
    review: await write(
      reader,
      course,
      'Chaque semaine une pièce à usiner, montrée puis refaite seul. '.repeat(10),
    ),
  };
}

async function write(browser: TestBrowser, course: string, body: string): Promise<string> {
  const shown = await browser.post(`/fr/courses/${encodeURIComponent(course)}/reviews/new`, {
    stars: '4',
    status: 'dropped',
    dropReason: 'time',
    content: '5',
    teaching: '4',
    exercises: '3',
    support: '2',
    hours: '4,5',
    body,
    pros: 'Les schémas.',
    cons: 'Le rythme.',
    forWhom: 'Pour qui débute.',
    runLabel: 'Printemps 2026',
    month: '3',
    year: '2026',
    lang: 'fr',
  });
  const id = /^\/fr\/reviews\/([0-9a-f-]{36})$/.exec(shown.path)?.[1];
  if (id === undefined) throw new Error(`a review was not taken: ${shown.status} ${shown.path}`);
  return id;
}
