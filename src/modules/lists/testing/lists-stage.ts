import type { Role } from '../../../platform/actor.ts';
import type { TestBrowser } from '../../../platform/testing/browser.ts';
import { peopleStage } from '../../accounts/testing/people-stage.ts';
import { catalogModule } from '../../catalog/index.ts';
import { course, importing } from '../../catalog/testing/catalog-stage.ts';
import type { CourseDocument } from '../../catalog/testing/for-modules-above.ts';
import { notify } from '../../notify/index.ts';
import { lists } from '../index.ts';

/** Lists over a catalogue of a few courses, with people who sign in; call it once a test file. */
export async function listsStage(documents?: readonly CourseDocument[]) {
  const stage = await peopleStage({ modules: [notify, catalogModule(), lists] });
  await importing(
    stage.db,
    documents ?? ['bread', 'cakes', 'soups', 'pies'].map((key) => course(key, { title: titled(key) })),
  );
  return {
    ...stage,
    async person(name: string, roles: Role[] = []) {
      const person = await stage.person(name, roles);
      return { ...person, actor: person.actor() };
    },
    /** A list of somebody's with these courses, in this order. */
    async list(browser: TestBrowser, title: string, courses: readonly string[], more = {}): Promise<string> {
      const id = stage.tools.ids.next();
      await browser.post('/en/lists/new', { id, title, lang: 'en', ...more });
      for (const slug of courses) await browser.post(`/en/lists/mine/${id}/add`, { course: slug });
      return id;
    },
  };
}

const titled = (key: string): string => key[0]?.toUpperCase() + key.slice(1);

/** Titles of the courses on a page of a list, in their order. */
export const titlesOn = (html: string): string[] =>
  [...html.matchAll(/<h2[^>]*><a [^>]*><bdi>([^<]*)<\/bdi><\/a><\/h2>/g)].map(([, title = '']) => title);
