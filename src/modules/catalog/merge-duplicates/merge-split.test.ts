import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Db, tables } from '../../../platform/db/database.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import { catalogueSnapshot, storedCourses } from '../testing/stage.queries.ts';
import { mergeCourses } from './merge-courses.ts';
import { splitCourse } from './split-course.ts';

const { db } = await testDatabase();
/** Imports open transactions of their own: what needs one happens here, for good. */
const { db: lasting } = await testDatabase();

/** What each platform says: fields overlap, courses need each other by key, address and title. */
const feeds: Readonly<Record<string, readonly CourseDocument[]>> = {
  alpha: [
    course('a1', {
      url: 'https://a.example/1',
      providers: [{ name: 'Uni A' }],
      level: 'beginner',
      runs: [{ key: 'r', pacing: 'self' }],
    }),
    course('a2', {
      title: 'Payroll in practice',
      summary: 'Pay people.',
      languages: ['en'],
      prerequisites: { courses: [{ key: 'a1' }] },
      imageUrl: 'https://a.example/2.png',
    }),
    course('a3', {
      prerequisites: { courses: [{ title: 'Payroll in practice' }, { url: 'https://b.example/1' }] },
    }),
  ],
  beta: [
    course('b1', {
      title: 'Payroll in practice',
      url: 'https://b.example/1',
      level: 'advanced',
      subjects: [{ scheme: 'label', label: 'Law' }],
      runs: [{ key: 'r', pacing: 'scheduled', start: { on: '2026-12-10', precision: 'day' } }],
    }),
    course('b2', { description: 'Words.', providers: [{ name: 'Uni B' }, { name: 'Uni A' }] }),
  ],
  gamma: [
    course('g1', {
      title: 'Course a1',
      costs: [{ kind: 'access', amount: 0, currency: 'EUR' }],
      prerequisites: { courses: [{ url: 'https://b.example/1' }] },
    }),
  ],
};

// Twice: what needs a course of a feed that comes later is tied by the next import.
for (const each of [db, lasting, db, lasting])
  for (const [platformName, documents] of Object.entries(feeds))
    await importing(each, documents, { platformName });

const idsByTitle = async (inner: Db) => (await storedCourses(inner)).map((each) => each.id);
let moment = 1;
/** Every deed has its own instant. */
const actor = () => actorOn((moment += 1));

describe('merging two courses', () => {
  it('keeps one address, lets the kept course speak first, and takes from the other what it does not say', async () => {
    await inTransaction(db, async (inner) => {
      const [, kept = '', , gone = ''] = await idsByTitle(inner);
      await mergeCourses(inner, actor(), { keptId: kept, goneId: gone });
      const after = await storedCourses(inner);
      const course = after.find((each) => each.id === kept);
      expect(course).toMatchObject({
        slug: 'payroll-in-practice',
        state: 'listed',
        url: 'https://b.example/1',
      });
      expect(course?.document).toMatchObject({ summary: 'Pay people.', level: 'advanced' });
      expect(after.find((each) => each.id === gone)).toMatchObject({ state: 'merged' });
    });
  });

  it('follows what the other source says afterwards, and is not undone by its next import', async () => {
    const inner = lasting;
    const [, kept = '', , gone = ''] = await idsByTitle(inner);
    await mergeCourses(inner, actor(), { keptId: kept, goneId: gone });
    const [b1, ...others] = feeds['beta'] ?? [];
    if (!b1) throw new Error('no course');
    await importing(inner, [{ ...b1, level: 'intermediate' }, ...others], { platformName: 'beta', on: 40 });
    const after = await storedCourses(inner);
    expect(after.find((each) => each.id === kept)?.document).toMatchObject({ level: 'intermediate' });
    expect(after.length).toBe(6);
  });

  it('turns what needed the course that went, and never lets a course need itself', async () => {
    await inTransaction(db, async (inner) => {
      const [a1 = '', a2 = '', a3 = '', b1 = ''] = await idsByTitle(inner);
      await mergeCourses(inner, actor(), { keptId: a3, goneId: b1 });
      await mergeCourses(inner, actor(), { keptId: a1, goneId: a2 });
      const rows = await sql<{ course: string; needs: string | null }>`select course_id as course,
        needs_course_id as needs from catalog.prerequisite`.execute(tables(inner));
      const needs = (id: string) => rows.rows.filter((row) => row.course === id).map((row) => row.needs);
      expect(needs(a3)).not.toContain(a3);
      expect(needs(a3)).not.toContain(b1);
      expect(needs(a1)).not.toContain(a1);
      expect(rows.rows.every((row) => row.needs !== b1)).toBe(true);
    });
  });

  it('refuses a course with itself, one merged before, and a sample with a real one', async () => {
    const inner = lasting;
    const [a1 = '', a2 = '', a3 = ''] = await idsByTitle(inner);
    await importing(inner, [course('s1')], { platformName: 'sample', isSample: true });
    const sample = (await idsByTitle(inner)).at(-1) ?? '';
    await mergeCourses(inner, actor(), { keptId: a1, goneId: a2 });
    const refused = (keptId: string, goneId: string) => mergeCourses(inner, actor(), { keptId, goneId });
    await expect(refused(a1, a1)).rejects.toThrow('catalog.cannot-merge');
    await expect(refused(a3, a2)).rejects.toThrow('catalog.cannot-merge');
    await expect(refused(a2, a3)).rejects.toThrow('catalog.cannot-merge');
    await expect(refused(a1, sample)).rejects.toThrow('catalog.cannot-merge-sample');
    const visitor = { ...actor(), kind: 'person' as const, roles: [] };
    await expect(mergeCourses(inner, visitor, { keptId: a1, goneId: a3 })).rejects.toThrow('http.not-found');
  });
});

/** Where everything is taken back again. */
const { db: whole } = await testDatabase();
for (const [platformName, documents] of [...Object.entries(feeds), ...Object.entries(feeds)])
  await importing(whole, documents, { platformName });

describe('splitting what was merged', () => {
  it('leaves everything as it was before, whatever was merged into what, in whatever order it is taken back', async () => {
    const pair = fc.record({ kept: fc.nat(5), gone: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(pair, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        async (pairs, order, importsBetween) => {
          const inner = whole;
          const before = await catalogueSnapshot(inner);
          const ids = await idsByTitle(inner);
          const open: string[] = [];
          for (const { kept, gone } of pairs) {
            // an undone merge may be made again, the other way round, or into a third
            if (open.length > 0 && (kept + gone) % 4 === 0) {
              const [taken] = open.splice(kept % open.length, 1);
              await splitCourse(inner, actor(), taken ?? '');
              continue;
            }
            const standing = (await storedCourses(inner)).filter((each) => each.state !== 'merged');
            const [one, other] = [standing[kept % standing.length], standing[gone % standing.length]];
            if (!one || !other || one.id === other.id) continue;
            open.push(await mergeCourses(inner, actor(), { keptId: one.id, goneId: other.id }));
          }
          if (importsBetween)
            for (const [platformName, documents] of Object.entries(feeds))
              expect(await importing(inner, documents, { platformName })).toMatchObject({
                unchanged: documents.length,
              });
          for (const [at, pick] of order.entries()) {
            if (open.length === 0) break;
            const [taken] = open.splice((pick + at) % open.length, 1);
            await splitCourse(inner, actor(), taken ?? '');
          }
          for (const left of open) await splitCourse(inner, actor(), left);
          expect(forgetSeen(await catalogueSnapshot(inner))).toEqual(forgetSeen(before));
          expect(await idsByTitle(inner)).toEqual(ids);
        },
      ),
      { numRuns: 80 },
    );
  }, 120_000);

  it('is done once, by those who look after courses', async () => {
    await inTransaction(db, async (inner) => {
      const [a1 = '', a2 = ''] = await idsByTitle(inner);
      const merge = await mergeCourses(inner, actor(), { keptId: a1, goneId: a2 });
      const stranger = { ...actor(), kind: 'person' as const, roles: [] };
      await expect(splitCourse(inner, stranger, merge)).rejects.toThrow('http.not-found');
      await splitCourse(inner, actor(), merge);
      await expect(splitCourse(inner, actor(), merge)).rejects.toThrow('catalog.split-already');
      const answers = await sql<{ state: string }>`select state from catalog.duplicate_proposal`.execute(
        tables(inner),
      );
      expect(answers.rows).toEqual([{ state: 'different' }]);
    });
  });

  it('tells other modules of both, and the audit log who did it', async () => {
    await inTransaction(db, async (inner) => {
      const [a1 = '', a2 = ''] = await idsByTitle(inner);
      const merge = await mergeCourses(inner, actor(), { keptId: a1, goneId: a2 });
      await splitCourse(inner, actor(), merge);
      const events = await sql<{ name: string; data: unknown }>`select name, data from platform.event
        where name in ('catalog.courses-merged', 'catalog.course-split') order by position`.execute(
        tables(inner),
      );
      expect(events.rows).toEqual([
        { name: 'catalog.courses-merged', data: { keptId: a1, goneId: a2 } },
        { name: 'catalog.course-split', data: { keptId: a1, courseId: a2 } },
      ]);
      const deeds = await sql<{ action: string }>`select action from platform.audit order by id`.execute(
        tables(inner),
      );
      expect(deeds.rows.map((row) => row.action)).toEqual(['merge-courses', 'split-course']);
    });
  });
});

/** An import in between sees the records again; that is all it may change. */
function forgetSeen(snapshot: unknown): unknown {
  const { records, ...rest } = snapshot as { records: Record<string, unknown>[] };
  return { ...rest, records: records.map(({ seen_at: _at, seen_import: _import, ...record }) => record) };
}
