import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRun, renewCode, runForm, smallCourse } from '../../courses/testing/for-modules-above.ts';
import { lettersOf } from '../testing/letters.queries.ts';
import { learningStage } from '../testing/learning-stage.ts';

const stage = await learningStage();
const owner = await stage.person('Ottilie', ['operator']);
const ada = await stage.person('Ada');
const bo = await stage.person('Bo');
const cy = await stage.person('Cy');

/** A course of a kind that nobody joins by itself, with a run. */
async function offered(fields: Record<string, string>) {
  const content = smallCourse({ title: `Cours ${randomUUID().slice(0, 8)}` });
  const course = await stage.course({ ...content, rules: { ...content.rules, kind: 'spoc' } });
  const run = await createRun(stage.db, owner.actor(), { courseId: course.id, input: runForm.parse(fields) });
  const join = (who: typeof ada, more: Record<string, string> = {}) =>
    who.browser.post(`/en/learn/${course.slug}/-/join`, { run, ...more });
  const isIn = async (who: typeof ada) =>
    (await who.browser.get(`/en/learn/${course.slug}/soil-1`)).status === 200;
  return { ...course, run, join, isIn };
}

describe('a run', () => {
  it('with a code opens to whoever has it; a wrong one says so beside its field', async () => {
    const { slug, run, join, isIn } = await offered({ access: 'code' });
    const { code } = await renewCode(stage.db, owner.actor(), run);
    expect((await ada.browser.get(`/en/learn/${slug}`)).html).toContain('name="code"');
    const wrong = await join(ada, { code: 'AAAA-AAAA-AAAA' });
    expect([wrong.status, wrong.html.includes('does not open the run')]).toEqual([422, true]);
    expect((await join(bo)).status).toBe(422);
    expect([await isIn(ada), await isIn(bo)]).toEqual([false, false]);
    await join(ada, { code: code.toLowerCase() });
    expect(await isIn(ada)).toBe(true);
  });

  it('by invitation takes those whose proved address is on the list, and nobody else', async () => {
    const { join, isIn } = await offered({ access: 'invited', guests: 'ada@example.org' });
    await join(ada);
    const refused = await join(bo);
    expect(refused.status).toBe(409);
    expect([await isIn(ada), await isIn(bo)]).toEqual([true, false]);
  });

  it('of an organisation takes everybody of its domain', async () => {
    const { join, isIn } = await offered({ access: 'members', guests: '@example.org' });
    await join(bo);
    expect(await isIn(bo)).toBe(true);
    const other = await offered({ access: 'members', guests: '@elsewhere.example' });
    expect((await other.join(bo)).status).toBe(409);
  });

  it('with few seats lets others wait, and gives a free seat to whoever waits longest', async () => {
    const { slug, join, isIn } = await offered({ access: 'members', guests: '@example.org', seats: '1' });
    await join(ada);
    const waiting = await join(bo);
    expect(waiting.html).toContain('waiting list');
    stage.clock.forward(60);
    await join(cy);
    expect([await isIn(ada), await isIn(bo), await isIn(cy)]).toEqual([true, false, false]);
    await ada.browser.post(`/en/learn/${slug}/-/leave`, {});
    expect([await isIn(ada), await isIn(bo), await isIn(cy)]).toEqual([false, true, false]);
    const title = (await bo.browser.get(`/en/learn/${slug}`)).html;
    expect(title).not.toContain('You are on the waiting list');
    const letters = await lettersOf(stage.db, slug.replace('cours-', 'Cours '));
    expect(letters.map(({ to }) => to)).toEqual(['bo@example.org']);
    // who left comes back to the end of the line
    expect((await join(ada)).html).toContain('waiting list');
    expect(await isIn(ada)).toBe(false);
  });

  it('never seats more people than it has seats, whoever presses at the same moment', async () => {
    const { join, isIn } = await offered({ access: 'members', guests: '@example.org', seats: '2' });
    await Promise.all([join(ada), join(bo), join(cy)]);
    const inside = await Promise.all([ada, bo, cy].map(isIn));
    expect(inside.filter(Boolean)).toHaveLength(2);
  });
});
