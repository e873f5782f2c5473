import type { Role } from '../../../../platform/actor.ts';
import { systemActor } from '../../../../platform/actor.ts';
import { TestBrowser } from '../../../../platform/testing/browser.ts';
import { testDatabase } from '../../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../../accounts/index.ts';
import { catalogModule } from '../../../catalog/index.ts';
import { notify } from '../../../notify/index.ts';
import type { Block } from '../../content/blocks.ts';
import { courseContent } from '../../content/course-content.ts';
import { insertFiles } from '../../course-files/files.queries.ts';
import type { KeptFile } from '../../course-files/kept-file.ts';
import { coursesModule } from '../../index.ts';
import { createCourse } from '../../keep-course/create-course.ts';
import { insertStaff } from '../../keep-course/keep-course.queries.ts';
import { publishCourse } from '../../publish-course/publish-course.ts';
import { publishedUnit } from '../../read-published/read-published.queries.ts';
import type { StaffRole } from '../../tables.ts';

const password = 'seven green kayaks';

/** Courses with films, and people who sign in; call it once a test file. */
export async function filmsStage() {
  const database = await testDatabase();
  const clock = testClock();
  const learners = new Set<string>();
  const modules = [
    accountsModule(() => ({ personalData: [], entries: [] })),
    notify,
    catalogModule(),
    coursesModule({ takesPart: async (_db, { personId }) => learners.has(personId) }),
  ];
  const tools = testTools(database, { messages: modules.map((module) => module.messages), clock });
  const app = testApp(
    tools,
    (each) => {
      for (const module of modules) module.routes?.(each);
    },
    findActor,
  );
  const { db } = database;
  const system = () => systemActor('test', clock.now(), tools.ids);
  let networks = 0;
  const visitor = () => new TestBrowser(app, `198.51.100.${(networks += 1)}`);
  return {
    db,
    app,
    tools,
    clock,
    system,
    visitor,
    jobs: modules.flatMap((module) => module.jobs ?? []),
    /** Somebody with an account, signed in. */
    async person(name: string, roles: Role[] = []) {
      const address = `${name.toLowerCase()}@example.org`;
      const id = await createPerson(db, system(), { name, address, password, lang: 'en', roles });
      if (id === undefined) throw new Error(`${address} has an account already`);
      const browser = visitor();
      await browser.post('/en/sign-in', { address, password });
      return { id, browser, actor: { ...system(), kind: 'person', id, name, roles } as const };
    },
    /** From now on this person takes part in every course. */
    learns: (personId: string) => void learners.add(personId),
    /** A course of somebody's with these blocks in its one unit. */
    async course(owner: { readonly id: string }, blocks: readonly unknown[], kind = 'mooc') {
      const content = courseContent.parse({
        about: { title: 'Filming well', lang: 'en' },
        rules: { kind },
        sections: [{ id: 's1', title: 'Start', units: [{ id: 'u1', title: 'First', blocks }] }],
      });
      return createCourse(db, system(), { content, ownerId: owner.id });
    },
    async staff(courseId: string, personId: string, role: StaffRole) {
      await insertStaff(db, { courseId, personId, role, now: clock.now() });
    },
    /** Publishes the course; the edition of its unit. */
    async publish(course: { readonly id: string; readonly slug: string }): Promise<string> {
      await publishCourse(db, system(), { courseId: course.id });
      const unit = await publishedUnit(db, course.slug, 'u1');
      return unit?.outline.sections[0]?.units[0]?.edition ?? '';
    },
    async file(courseId: string, file: Pick<KeptFile, 'id' | 'name' | 'type'>, body: Uint8Array) {
      const stored = await tools.storage.put(body, { contentType: file.type });
      await insertFiles(db, { courseId, files: [{ ...file, ...stored }], now: clock.now() });
    },
  };
}

/** A block with a film. */
export const filmBlock = (id: string, film: object): Pick<Block, 'id' | 'title'> & { content: object } => ({
  id,
  title: `Film ${id}`,
  content: { type: 'video', ...film },
});
