import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, findActor } from '../../accounts/index.ts';
import { catalogModule } from '../../catalog/index.ts';
import { coursesModule, unlistedCourse } from '../index.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { publishedCourseById } from '../read-published/read-published.queries.ts';
import { smallCourse } from '../testing/small-course.ts';
import { listInCatalogue } from './list-in-catalogue.job.ts';

const database = await testDatabase();
const clock = testClock();
const modules = [
  accountsModule(() => ({ personalData: [], entries: [] })),
  catalogModule({ unlistedCourse }),
  coursesModule(),
];
const tools = testTools(database, { messages: modules.map((module) => module.messages), clock });
const app = testApp(
  tools,
  (each) => {
    for (const module of modules) module.routes?.(each);
  },
  findActor,
);
const actor = systemActor('test', clock.now(), tools.ids);

async function published(more: Parameters<typeof smallCourse>[0], kind: 'mooc' | 'spoc' = 'mooc') {
  const content = smallCourse(more);
  return transact(database.db, async (db) => {
    const made = await createCourse(db, actor, {
      content: { ...content, rules: { ...content.rules, kind } },
    });
    await publishCourse(db, actor, { courseId: made.id });
    return made;
  });
}

describe('courses taught here', () => {
  it('stand in the catalogue by themselves; those by invitation do not', async () => {
    const browser = new TestBrowser(app, '198.51.100.7');
    const open = await published({ title: 'Le potager au balcon' });
    const closed = await published({ title: 'Entre nous seulement' }, 'spoc');
    await listInCatalogue(database.db, actor, tools.site);
    const course = await publishedCourseById(database.db, open.id);
    expect(course?.listingId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await publishedCourseById(database.db, closed.id))?.listingId).toBeNull();
    const page = await browser.get('/fr/courses/le-potager-au-balcon');
    expect(page.status).toBe(200);
    expect(page.html).toContain('Atelier du Verger');
    expect(page.html).toContain('href="/fr/learn/le-potager-au-balcon"');
    const unlisted = await browser.get('/fr/courses/entre-nous-seulement');
    expect(unlisted.path).toBe('/fr/learn/entre-nous-seulement');
    expect((await browser.get('/fr/courses/jamais-vu')).status).toBe(404);
  });

  it('are listed once, however often it is done', async () => {
    await listInCatalogue(database.db, actor, tools.site);
    const before = await new TestBrowser(app, '198.51.100.8').get('/fr/courses?q=potager');
    await listInCatalogue(database.db, actor, tools.site);
    const after = await new TestBrowser(app, '198.51.100.8').get('/fr/courses?q=potager');
    expect([before.status, after.html.split('le-potager-au-balcon').length]).toEqual([
      200,
      before.html.split('le-potager-au-balcon').length,
    ]);
  });
});
