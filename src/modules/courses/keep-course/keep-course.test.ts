import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { testClock, testTools } from '../../../platform/testing/web.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { publishedCourse, publishedUnit } from '../read-published/read-published.queries.ts';
import { smallCourse } from '../testing/small-course.ts';
import { createCourse } from './create-course.ts';
import { readDraft } from './read-draft.ts';

const database = await testDatabase();
const clock = testClock();
const tools = testTools(database, { messages: [], clock });
const actor = systemActor('test', clock.now(), tools.ids);
const worm = {
  id: 'worm',
  name: 'Ver de terre é.png',
  type: 'image/png',
  bytes: 12,
  key: 'a'.repeat(64),
  width: 4,
  height: 3,
};
const inside = (run: Parameters<typeof inTransaction>[1]) => inTransaction(database.db, run);

describe('a course', () => {
  it('has an address of its own, when several of one name are made at the same time', async () => {
    const content = smallCourse({ title: 'Beekeeping' });
    const made = await Promise.all(
      [1, 2, 3].map(() => transact(database.db, (db) => createCourse(db, actor, { content }))),
    );
    expect(made.map(({ slug }) => slug).sort()).toEqual(['beekeeping', 'beekeeping-2', 'beekeeping-3']);
  });

  it('comes back as it was made, cleaned', async () => {
    await inside(async (db) => {
      const content = smallCourse();
      const { id, slug } = await createCourse(db, actor, { content });
      expect(slug).toBe('les-bases-du-jardin');
      expect((await readDraft(db, id))?.content).toEqual(content);
      const again = await createCourse(db, actor, {
        content: smallCourse({ description: '<p onclick="x()">Un<script>y</script></p>' }),
      });
      expect(again.slug).toBe('les-bases-du-jardin-2');
      expect((await readDraft(db, again.id))?.content.about.description).toBe('<p>Un</p>');
    });
  });

  it('is seen by learners once it is published, unit by unit, with the files of each', async () => {
    await inside(async (db) => {
      const { id, slug } = await createCourse(db, actor, { content: smallCourse(), files: [worm] });
      expect(await publishedCourse(db, slug)).toBeUndefined();
      expect(await publishCourse(db, actor, { courseId: id })).toMatchObject({ number: 1 });
      const unit = await publishedUnit(db, slug, 'soil-1');
      expect(unit?.blocks.map((block) => block.id)).toEqual(['soil-1-text']);
      expect(unit?.files).toMatchObject([{ id: 'worm', name: 'Ver de terre é.png', width: 4, bytes: 12 }]);
      expect(unit?.outline.sections.map(({ units }) => units.map((each) => each.id))).toEqual([
        ['soil-1', 'soil-2'],
        ['seed-1'],
      ]);
      expect(await publishedUnit(db, slug, 'gone')).toBeUndefined();
      expect(await publishedUnit(db, slug, '$.x" ? (1==1)')).toBeUndefined();
    });
  });

  it('keeps the editions of units that did not change', async () => {
    await inside(async (db) => {
      const { id, slug } = await createCourse(db, actor, { content: smallCourse() });
      await publishCourse(db, actor, { courseId: id });
      const first = await publishedCourse(db, slug);
      expect(await publishCourse(db, actor, { courseId: id, changes: 'Rien.' })).toMatchObject({ number: 2 });
      const second = await publishedCourse(db, slug);
      expect(second?.outline).toEqual(first?.outline);
      expect(second).toMatchObject({ versionNumber: 2, changes: 'Rien.' });
    });
  });

  it('without a unit cannot be published', async () => {
    await inside(async (db) => {
      const { id } = await createCourse(db, actor, { content: { ...smallCourse(), sections: [] } });
      await expect(publishCourse(db, actor, { courseId: id })).rejects.toMatchObject({
        code: 'courses.nothing-to-publish',
      });
    });
  });
});
