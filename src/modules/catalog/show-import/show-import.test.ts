import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { saveProgress, startImport } from '../import-courses/imports.queries.ts';
import { noCounts } from '../import-courses/sources.queries.ts';
import { course, courses, importing } from '../testing/catalog-stage.ts';
import { sourceStage } from '../testing/source-stage.ts';
import { paceOf } from './progress-of.ts';

const { ask, db, rowsOf, clock, tools } = await sourceStage();
const gone = (platform: string) =>
  rowsOf(sql<{ key: string }>`select r.external_key as key from catalog.record r
    join catalog.course c on c.id = r.course_id join catalog.platform p on p.id = c.platform_id
    where p.slug = ${platform} and r.gone_at is not null order by 1`);

/** A source of twenty courses whose next feed holds only twelve. */
async function shrunk(platformName: string) {
  await importing(db, courses(20), { platformName });
  return await importing(db, courses(12), { platformName, on: 1 });
}

describe('the report of an import', () => {
  it('pages and narrows what a person should read, with as many statements for many as for one', async () => {
    const feed = Array.from({ length: 130 }, (_, n) =>
      n % 2 === 0
        ? { kind: 'refused' as const, reason: `no title in line ${n}` }
        : {
            kind: 'course' as const,
            document: course(`c${n}`),
            degraded: [{ field: `runs[${n}].start`, reason: 'not a date: "2021-02-31"' }],
          },
    );
    const { importId } = await importing(db, feed, { platformName: 'paged' });
    const all = await ask(`/en/operator/imports/${importId}`);
    expect(all.text).toContain('no title in line 0');
    expect(all.text).toContain('page=3');
    const runs = await ask(`/en/operator/imports/${importId}?outcome=degraded&field=runs&page=2`);
    expect(runs.text).not.toContain('no title in line');
    expect(runs.text.match(/2021-02-31/g)).toHaveLength(15);
    const { importId: small } = await importing(db, [{ kind: 'refused', reason: 'no title' }], {
      platformName: 'small',
    });
    const one = await ask(`/en/operator/imports/${small}`);
    expect(all.statements.count).toBe(one.statements.count);
    expect(all.statements.count).toBeLessThanOrEqual(4);
    const json = JSON.parse((await ask(`/en/operator/imports/${importId}/report.json`)).text) as {
      read: number;
      problems: unknown[];
    };
    expect(json.read).toBe(130);
    expect(json.problems).toHaveLength(130);
  });

  it('shows words of a hostile feed as words', async () => {
    const { importId } = await importing(
      db,
      [{ kind: 'refused', title: '<script>alert(1)</script>', reason: '"><img src=x onerror=alert(1)>' }],
      { platformName: 'hostile' },
    );
    const page = await ask(`/en/operator/imports/${importId}`);
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).not.toContain('<img src=x');
  });

  it('shows how far a running import is, and comes back by itself; a silent one is shown as stopped', async () => {
    const { importId: old } = await importing(db, courses(1), { platformName: 'running' });
    const [source] = await rowsOf(
      sql<{ id: string }>`select source_id as id from catalog.import where id = ${old}`,
    );
    const id = tools.ids.next();
    const at = (seconds: number) => new Date(clock.now().getTime() - seconds * 1000);
    await startImport(db, {
      id,
      sourceId: source?.id ?? '',
      now: at(60),
      location: 'feed',
      actor: 'Noor',
      actorId: undefined,
      dryRun: false,
    });
    await saveProgress(db, id, noCounts(), { phase: 'applying', done: 0, total: 4000 }, at(50));
    await saveProgress(db, id, noCounts(), { phase: 'applying', done: 1000, total: 4000 }, at(30));
    const page = await ask(`/en/operator/imports/${id}`);
    expect(page.text).toContain('http-equiv="refresh"');
    expect(page.text).toContain('1,000 of 4,000 records');
    expect(page.text).toContain('50 a second');
    expect(page.text).toContain('about 60 seconds left');
    clock.forward(120);
    const later = await ask(`/en/operator/imports/${id}`);
    expect(later.text).toContain('This import stopped in the middle');
    expect(later.text).not.toContain('http-equiv="refresh"');
    expect(await importing(db, courses(1), { platformName: 'running' })).toMatchObject({ unchanged: 1 });
    const [row] = await rowsOf(sql<{ state: string }>`select state from catalog.import where id = ${id}`);
    expect(row?.state).toBe('stopped');
  });
});

describe('the pace of an import', () => {
  it('is unknown before there is anything to tell, and never divides by nothing', () => {
    const now = new Date('2026-12-01T00:00:00Z');
    expect(paceOf({ phaseAt: null, beatAt: now, done: 5, total: 9 })).toBeUndefined();
    expect(paceOf({ phaseAt: now, beatAt: now, done: 0, total: 9 })).toBeUndefined();
    expect(paceOf({ phaseAt: now, beatAt: now, done: 5, total: null })).toEqual({
      perSecond: 5,
      secondsLeft: undefined,
    });
    expect(paceOf({ phaseAt: now, beatAt: now, done: 9, total: 5 })?.secondsLeft).toBe(0);
  });
});

describe('when too much would go', () => {
  it('lists what is missing and asks; "they are gone" marks it', async () => {
    const { importId } = await shrunk('let-go');
    const page = await ask(`/en/operator/imports/${importId}`);
    expect(page.text).toContain('8 courses are missing. Are they gone?');
    expect(page.text).toContain('8 of the 20 courses');
    const missing = await ask(`/en/operator/imports/${importId}/missing`);
    expect(missing.text).toContain('Course a20');
    expect(missing.text).not.toContain('Course a12');
    const answer = await ask(`/operator/imports/${importId}/decide`, { form: { answer: 'gone' } });
    expect(answer.status).toBe(303);
    expect((await gone('let-go')).length).toBe(8);
    expect((await ask(`/en/operator/imports/${importId}`)).text).toContain('Noor confirmed on');
  });

  it('"keep them" marks nothing, and does not ask again about the same ones', async () => {
    const { importId } = await shrunk('keep');
    await ask(`/operator/imports/${importId}/decide`, { form: { answer: 'kept' } });
    expect(await gone('keep')).toEqual([]);
    const again = await importing(db, courses(12), { platformName: 'keep', on: 2 });
    expect(again).toMatchObject({ state: 'done', wouldGo: 0, gone: 0 });
    await importing(db, courses(20), { platformName: 'keep', on: 3 });
    expect(await importing(db, courses(12), { platformName: 'keep', on: 4 })).toMatchObject({ wouldGo: 8 });
  });

  it('takes one answer, from an operator, to the newest import', async () => {
    const { importId } = await shrunk('once');
    const path = `/operator/imports/${importId}/decide`;
    expect((await ask(path, { as: 'moderator', form: { answer: 'gone' } })).status).toBe(403);
    expect((await ask(path, { form: { answer: 'perhaps' } })).status).toBe(404);
    await importing(db, courses(20), { platformName: 'once', on: 2 });
    expect((await ask(path, { form: { answer: 'gone' } })).status).toBe(409);
    expect(await gone('once')).toEqual([]);
    expect((await ask(`/en/operator/imports/${importId}`)).text).toContain(
      'taken the place of this question',
    );
  });
});
