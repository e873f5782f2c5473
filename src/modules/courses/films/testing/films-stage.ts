import type { Role } from '../../../../platform/actor.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { peopleStage } from '../../../accounts/testing/people-stage.ts';
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

/** Courses with films, and people who sign in; call it once a test file. */
export async function filmsStage() {
  const learners = new Set<string>();
  const takesPart = async (_db: Db, { personId }: { readonly personId: string }) => learners.has(personId);
  const stage = await peopleStage({ modules: [notify, catalogModule(), coursesModule({ takesPart })] });
  const { db, tools, clock, actor: system } = stage;
  return {
    ...stage,
    system,
    async person(name: string, roles: Role[] = []) {
      const person = await stage.person(name, roles);
      return { ...person, actor: person.actor() };
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
