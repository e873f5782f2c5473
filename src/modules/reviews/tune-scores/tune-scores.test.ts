import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { queuedJobs } from '../../catalog/testing/stage.queries.ts';
import { actorOn, course, importing } from '../../catalog/testing/catalog-stage.ts';
import { fitScores } from '../score-courses/score-courses.ts';
import { readScoreSettings, usualScoreSettings } from '../score-courses/score-settings.ts';
import { courseIds, giveRatings, keptScores } from '../testing/given-ratings.queries.ts';
import { readTuning, textsOf } from './tune-form.ts';
import { previewScores, tuneScores } from './tune-scores.ts';

const { db } = await testDatabase();
await importing(db, [course('a'), course('b'), course('c')]);
const [a = '', b = ''] = await courseIds(db);
const moderator: Actor = { ...actorOn(), kind: 'person', roles: ['moderator'] };

const rated = async (inner: Db) => {
  const ratings = [a, b].flatMap((courseId) =>
    Array.from({ length: 30 }, () => ({
      courseId,
      stars: courseId === a ? 5 : 2,
      on: '2026-11-01',
      proof: 0,
    })),
  );
  await giveRatings(inner, ratings);
  await fitScores(inner, actorOn());
};

describe('the form of the figures', () => {
  it('gives back what it shows', () => {
    expect(readTuning(textsOf(usualScoreSettings))).toEqual({ ok: true, settings: usualScoreSettings });
  });

  it('reads a decimal comma', () => {
    const read = readTuning({ ...textsOf(usualScoreSettings), proof0: '0,3' });
    expect(read).toMatchObject({ ok: true, settings: { proofWeights: [0.3, 0.5, 1, 1] } });
  });

  it.each([
    ['proof1', '1.2'],
    ['proof3', ''],
    ['halfLifeMonths', '0'],
    ['halfLifeMonths', 'two years'],
    ['usualMean', '6'],
    ['usualMean', 'Infinity'],
    ['percentileCourses', '2.5'],
    ['leastM', '-1'],
  ])('refuses %s as "%s", and names it', (field, text) => {
    expect(readTuning({ ...textsOf(usualScoreSettings), [field]: text })).toEqual({
      ok: false,
      wrong: [field],
    });
  });

  it('refuses bounds that cross', () => {
    const read = readTuning({ ...textsOf(usualScoreSettings), leastM: '90', mostM: '80' });
    expect(read).toEqual({ ok: false, wrong: ['mostM'] });
  });
});

describe('a preview', () => {
  it('says what would move, and writes nothing', () =>
    inTransaction(db, async (inner) => {
      await rated(inner);
      const before = await keptScores(inner);
      const preview = await previewScores(inner, actorOn(), {
        ...usualScoreSettings,
        leastM: 200,
        mostM: 200,
      });
      expect(preview.courses).toBe(2);
      expect(preview.moved).toBe(2);
      expect(preview.whole?.m).toBe(200);
      expect(preview.furthest.map(({ course: moved }) => moved.id).sort()).toEqual([a, b].sort());
      for (const { before: was, after } of preview.furthest)
        expect(Math.abs(after - 3.5)).toBeLessThan(Math.abs(was - 3.5));
      expect(await keptScores(inner)).toEqual(before);
      const same = await previewScores(inner, actorOn(), usualScoreSettings);
      expect(same.moved).toBe(0);
    }));
});

describe('a choice', () => {
  it('is written down, and has every score made anew', () =>
    inTransaction(db, async (inner) => {
      await rated(inner);
      const settings = { ...usualScoreSettings, dayLimit: 5 };
      await tuneScores(inner, actorOn(), settings);
      expect(await readScoreSettings(inner)).toEqual(settings);
      expect(await queuedJobs(inner, 'reviews-fit-scores')).toHaveLength(1);
      const { rows } = await sql<{ details: unknown }>`select details from platform.audit
        where action = 'tune-scores'`.execute(tables(inner));
      expect(rows).toEqual([{ details: { before: usualScoreSettings, after: settings } }]);
      const before = await keptScores(inner);
      await fitScores(inner, actorOn());
      const after = await keptScores(inner);
      for (const [at, score] of after.entries())
        expect(score.weighted_count).toBeLessThan(before[at]?.weighted_count ?? 0);
    }));

  it('is for operators only', async () => {
    await expect(tuneScores(db, moderator, usualScoreSettings)).rejects.toMatchObject({ status: 404 });
    await expect(previewScores(db, moderator, usualScoreSettings)).rejects.toMatchObject({ status: 404 });
  });
});
