import { describe, expect, it } from 'vitest';
import { auditAbout } from '../../../platform/audit/audit.queries.ts';
import { setRole } from '../course-people/people.queries.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { publishedCourse } from '../read-published/read-published.queries.ts';
import { reviewStanding } from '../review-content/review-content.queries.ts';
import { smallCourse } from '../testing/small-course.ts';
import { teachStage } from '../testing/teach-stage.ts';
import { demandSignOffs, endDemand } from './demand-sign-offs.ts';
import { demandsOfSite } from './demands.queries.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const tea = await stage.person('Tea');
const rex = await stage.person('Rex');
const olga = await stage.person('Olga', ['operator']);
const path = '/en/operator/sign-offs';

async function courseOf(...providers: string[]) {
  const content = smallCourse();
  const course = await createCourse(stage.db, ada.actor(), {
    content: { ...content, about: { ...content.about, providers } },
  });
  for (const [{ id }, role] of [
    [tea, 'teacher'],
    [rex, 'reviewer'],
  ] as const)
    await setRole(stage.db, course.id, { personId: id, role, at: stage.clock.now() });
  const at = `/en/teach/courses/${course.id}`;
  return {
    ...course,
    rule: async () => (await reviewStanding(stage.db, course.id)).rule,
    page: async (end: string) => (await ada.browser.get(`${at}${end}`)).html,
    post: (who: typeof ada, end: string, fields: Record<string, string> = {}) =>
      who.browser.post(`${at}${end}`, fields),
  };
}

const ask = (provider: string, signOffs: number | string, committee: number | string = 0) =>
  olga.browser.post(path, { provider, signOffs: String(signOffs), committee: String(committee) });
const end = (provider: string) => olga.browser.post(`${path}/end`, { provider });
async function clear() {
  for (const { provider } of (await demandsOfSite(stage.db)).demands) await end(provider);
}

describe('what is demanded of a provider', () => {
  it('holds for every course of it, however its name is written, and for no other', async () => {
    const mill = await courseOf('The  MILL');
    const other = await courseOf('The Millers');
    const none = await courseOf();
    await ask(' The mill ', 2, 1);
    expect(await mill.rule()).toEqual({ signOffs: 2, committee: 1 });
    expect(await other.rule()).toEqual({ signOffs: 0, committee: 0 });
    expect(await none.rule()).toEqual({ signOffs: 0, committee: 0 });
    expect((await demandsOfSite(stage.db)).demands).toMatchObject([{ name: 'The mill', courses: 1 }]);
    await clear();
  });

  it('is said on the pages of its authors, and lets nothing through before', async () => {
    const course = await courseOf('Mill');
    await ask('Mill', 1, 1);
    for (const page of ['/publish', '/review'])
      expect(await course.page(page)).toContain(
        '\u2068Mill\u2069: 1 sign-off by a colleague and 1 sign-off by the committee.',
      );
    expect((await course.post(ada, '/publish')).status).toBe(409);
    expect((await course.post(ada, '/runs/open-to-all')).status).toBe(409);
    await course.post(ada, '/review/ask');
    const { revision } = await reviewStanding(stage.db, course.id);
    await course.post(tea, '/review/sign-off', { revision: String(revision) });
    expect((await course.post(ada, '/publish')).status).toBe(409);
    await course.post(rex, '/review/sign-off', { revision: String(revision) });
    expect((await course.post(ada, '/publish')).status).toBe(200);
    expect(await publishedCourse(stage.db, course.slug)).toMatchObject({ underConstruction: false });
    await clear();
  });

  it('cannot be undercut by the course, which may demand more of itself', async () => {
    const course = await courseOf('Mill');
    await ask('Mill', 2);
    await course.post(ada, '/review/rule', { signOffs: '0', committee: '0' });
    expect(await course.rule()).toEqual({ signOffs: 2, committee: 0 });
    await course.post(ada, '/review/rule', { signOffs: '1', committee: '3' });
    expect(await course.rule()).toEqual({ signOffs: 2, committee: 3 });
    expect(await course.page('/review')).toMatch(/name="signOffs"[^>]*value="1"/);
    await clear();
    expect(await course.rule()).toEqual({ signOffs: 1, committee: 3 });
  });

  it('still lets owners open early, under construction', async () => {
    const course = await courseOf('Mill');
    await ask('Mill', 1);
    expect((await course.post(ada, '/review/open-early')).status).toBe(200);
    expect(await publishedCourse(stage.db, course.slug)).toMatchObject({ underConstruction: true });
    await clear();
  });

  it('adds to that of the whole site: of each part the most', async () => {
    const course = await courseOf('Mill', 'Oven');
    await ask('', 1, 2);
    await ask('Oven', 3);
    expect(await course.rule()).toEqual({ signOffs: 3, committee: 2 });
    expect(await course.page('/publish')).toContain('Every course of this site');
    await ask('', 1, 0);
    expect(await course.rule()).toEqual({ signOffs: 3, committee: 0 });
    await clear();
  });
});

describe('the form', () => {
  it.each([
    ['nothing at all', 'Mill', 0, 0],
    ['too much', 'Mill', 10, 0],
    ['less than nothing', 'Mill', -1, 2],
    ['no number', 'Mill', 'two', 0],
    ['half a person', 'Mill', 1.5, 0],
    ['an endless name', 'x'.repeat(301), 1, 0],
  ])('refuses %s and keeps what was typed', async (_what, provider, signOffs, committee) => {
    const answer = await ask(provider, signOffs, committee);
    expect([answer.status, answer.html.includes(`value="${provider}"`)]).toEqual([422, true]);
    expect((await demandsOfSite(stage.db)).demands).toEqual([]);
  });

  it('takes a hostile name as a name, is sent twice as once, and writes down who did it', async () => {
    const name = `<img src=x>' or 1=1 --\u0000`;
    for (const _time of [1, 2]) await ask(name, 1);
    const { demands } = await demandsOfSite(stage.db);
    expect(demands).toHaveLength(1);
    const { html } = await olga.browser.get(path);
    expect(html).toContain('&lt;img src=x>');
    await end(demands[0]?.provider ?? '');
    await end('never demanded');
    const deeds = await auditAbout(stage.db, olga.id);
    expect(deeds.slice(-3).map(({ action }) => action)).toEqual([
      'demand-sign-offs',
      'demand-sign-offs',
      'end-demand-for-sign-offs',
    ]);
  });

  it('is for operators, in the rule too', async () => {
    expect((await ada.browser.get(path)).status).toBe(403);
    await expect(
      demandSignOffs(stage.db, ada.actor(), { provider: '', signOffs: 1, committee: 0 }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(endDemand(stage.db, ada.actor(), '')).rejects.toMatchObject({ status: 403 });
  });
});
