import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { findCourse } from '../find-place/find-place.ts';
import { answered, type Entry, unitSeen } from '../ledger/entry.ts';
import { rebuildProgress } from '../rebuild-progress/rebuild-progress.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { attestationsOf, ledgerOf, progressKept, spoilProgress } from '../testing/ledger.queries.ts';
import { recordProgress } from './record-progress.ts';

const stage = await learningStage();
const right = () => ({
  submission: randomUUID(),
  attempt: '1',
  asked: 'q-clay',
  'a:q-clay': 'clay',
  do: 'check',
});

describe('a course whose rules are all fulfilled', async () => {
  const { slug } = await stage.course(smallCourse());
  const path = `/en/learn/${slug}`;
  const awa = await stage.person('Awa');
  await stage.join(awa.browser, slug);

  it('is completed with the last deed, with an attestation that says what was done', async () => {
    await awa.browser.post(`${path}/soil-1/done`);
    await awa.browser.post(`${path}/soil-2/soil-quiz/answers`, right());
    await awa.browser.post(`${path}/soil-2/done`);
    const { html, path: at } = await awa.browser.post(`${path}/seed-1/done`);
    expect(at).toBe(path);
    expect(html).toContain('You made it across');
    expect(html).toContain('href="/en/account/attestations"');
    // it is in no catalogue: there is no place for an opinion
    expect(html).not.toContain('Write a review');
    expect(await attestationsOf(stage.db, awa.id)).toMatchObject([
      {
        personName: 'Awa',
        courseTitle: 'Les bases du jardin',
        done: { sections: ['La terre', 'Semer'], units: 3, questionSets: 1, works: 0 },
        identity: 'e-mail',
      },
    ]);
  });

  it('is completed once, whatever is pressed again', async () => {
    await Promise.all([1, 2, 3].map(() => awa.browser.post(`${path}/seed-1/done`)));
    expect(await attestationsOf(stage.db, awa.id)).toHaveLength(1);
    expect((await ledgerOf(stage.db, awa.id)).filter(({ kind }) => kind === 'completed')).toHaveLength(1);
  });

  it('stays completed when a version asks for more', async () => {
    const { id } = await findId(slug);
    const content = smallCourse();
    content.sections[1]?.units.push({
      id: 'seed-2',
      title: 'Arroser',
      blocks: [
        { id: 'seed-2-text', title: '', optional: false, content: { type: 'text', text: '<p>Peu.</p>' } },
      ],
    });
    await stage.publishAgain(id, content, 'Une unité sur l’arrosage.');
    const { html } = await awa.browser.get(path);
    expect(html).toContain('You made it across');
    expect(html).toContain('Une unité sur l’arrosage.');
    expect(html).toContain('3 of 4 units seen');
    await awa.browser.post(`${path}/-/told`, { version: '2' });
    expect((await awa.browser.get(path)).html).not.toContain('Une unité sur l’arrosage.');
  });
});

const findId = async (slug: string) => (await findCourse(stage.db, stage.actor(), slug)).course;

describe('what is kept of progress', () => {
  const deed = fc.oneof(
    fc.constantFrom('soil-1', 'soil-2', 'seed-1').map(unitSeen),
    fc
      .constantFrom(0, 0.5, 1)
      .map((points) =>
        answered('soil-2', 'soil-quiz', `got-${points}`, { points, of: 1, passed: points === 1 }),
      ),
  );

  it('is what the ledger comes to: in any order, told again, and from several tabs at once', async () => {
    const { slug } = await stage.course(smallCourse());
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(deed, { maxLength: 3 }), { maxLength: 4 }), async (tabs) => {
        const learner = await stage.person(`Lea${(count += 1)}`);
        await stage.join(learner.browser, slug);
        const tab = (entries: readonly Entry[]) =>
          transact(stage.db, async (db) => {
            const { course, enrolment } = await findCourse(db, learner.actor(), slug, { hold: true });
            if (!enrolment) throw new Error('not enrolled');
            for (const entry of entries)
              await recordProgress(db, learner.actor(), { course, enrolment, entries: [entry] });
          });
        await Promise.all(tabs.map(tab));
      }),
      { numRuns: 12 },
    );
    expect(await rebuildProgress(stage.db, stage.actor(), { slug })).toEqual({
      courses: 1,
      enrolments: count,
      changed: 0,
    });
    // of the course above a new version came meanwhile
    await rebuildProgress(stage.db, stage.actor());
    const kept = await progressKept(stage.db);
    await spoilProgress(stage.db);
    const rebuilt = await rebuildProgress(stage.db, stage.actor());
    expect(rebuilt.changed).toBe(rebuilt.enrolments);
    expect(await progressKept(stage.db)).toEqual(kept);
  });
});
