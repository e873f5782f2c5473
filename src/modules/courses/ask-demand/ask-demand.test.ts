import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { mailTo } from '../../../platform/mail/mail.queries.ts';
import { notify } from '../../notify/index.ts';
import { createRun, changeRun } from '../hold-runs/hold-runs.ts';
import { runForm } from '../hold-runs/run-form.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { smallCourse } from '../testing/small-course.ts';
import { teachStage } from '../testing/teach-stage.ts';
import { countAnswers } from './answer-choices.ts';
import { answersTo, plannedBySlug } from './planned.queries.ts';
import { lastMonths } from './takers-section.tsx';

const stage = await teachStage();
const { db, tools } = stage;
const ada = await stage.person('Ada', ['author']);
const rex = await stage.person('Rex');
const tea = await stage.person('Tea');
const course = await stage.course(ada.browser, 'Bread at home');
const form = `${course.path}/production/page`;
const page = '/en/courses-to-come/bread-at-home';
const asking = { state: 'asking', summary: 'Flour, water, time.', audience: 'Whoever has an oven.' };

const system = () => systemActor('test', stage.clock.now(), tools.ids);
const run = async (name: string, payload: unknown = {}): Promise<void> => {
  const job = notify.jobs?.find((each) => each.name === name);
  if (!job) throw new Error(`there is no job ${name}`);
  await job.run({ tools, db, actor: system(), signal: new AbortController().signal }, payload);
};
const letters = async (address: string) => mailTo(db, [address]);
const takers = async () => (await plannedBySlug(db, 'bread-at-home'))?.takers;
const answer = (more: Record<string, string> = {}) => ({ id: tools.ids.next(), 'want-opens': '1', ...more });

/** Says yes without an account, and presses the button behind the letter's link. */
async function sayYesByLetter(address: string, more: Record<string, string> = {}): Promise<string> {
  const browser = stage.visitor();
  const fields = answer({ mail: address, ...more });
  const said = await browser.post(page, fields);
  expect(said.html).toContain(`open the letter that we are sending to ${address}`);
  await run('notify-confirm', { id: fields.id });
  const token = /confirm\?token=([\w-]+)/.exec((await letters(address)).at(-1)?.text ?? '')?.[1] ?? '';
  expect(token).not.toBe('');
  await browser.post('/en/following/confirm', { token });
  return token;
}

describe('the page of a course to come', () => {
  it('is hidden until its owner says what it would be, and shows it', async () => {
    expect((await stage.visitor().get(page)).status).toBe(404);
    for (const [fields, says] of [
      [{ state: 'asking' }, 'Say what the course would be before showing the page.'],
      [{ ...asking, earliest: '2027-13' }, 'Write the month like this: 2027-03.'],
      [{ ...asking, earliest: 'March' }, 'Write the month like this'],
      [{ ...asking, weeks: '0' }, 'A whole number, 1 to 104.'],
      [{ ...asking, weeks: '1e9' }, 'A whole number, 1 to 104.'],
      [{ ...asking, hoursAWeek: '-3' }, 'A whole number, 1 to 60.'],
      [{ ...asking, summary: 'x'.repeat(1001) }, 'That is too long'],
    ] as const) {
      const shown = await ada.browser.post(form, fields);
      expect([shown.status, shown.html.includes(says)]).toEqual([422, true]);
    }
    expect((await stage.visitor().get(page)).status).toBe(404);
    await ada.browser.post(form, { ...asking, earliest: '2027-03', weeks: '4', hoursAWeek: '3' });
    const { html } = await stage.visitor().get(page);
    for (const said of [
      'Flour, water, time.',
      'Whoever has an oven.',
      'March 2027',
      '4 weeks',
      '3 hours a week',
    ])
      expect(html).toContain(said);
    expect((await stage.visitor().get('/en/courses-to-come')).html).toContain('Bread at home');
  });

  it('is its owner’s to change: strangers find nothing, authors read', async () => {
    expect((await rex.browser.get(form)).status).toBe(404);
    await ada.browser.post(`${course.path}/people`, { address: tea.address, role: 'author' });
    expect((await tea.browser.get(form)).html).toContain('Only an owner');
    expect((await tea.browser.post(form, { ...asking, state: 'hidden' })).status).toBe(403);
    expect((await stage.visitor().get(page)).status).toBe(200);
  });

  it('counts an address once it is confirmed, and never before', async () => {
    const browser = stage.visitor();
    const fields = answer({ mail: 'never@example.org' });
    await browser.post(page, fields);
    await browser.post(page, fields);
    expect(await takers()).toBe(0);
    const token = await sayYesByLetter('awa@example.org', { when: 'now', purpose: 'job', hours: '3-5' });
    expect(await takers()).toBe(1);
    expect((await stage.visitor().post('/en/following/confirm', { token })).status).toBe(410);
    expect(await takers()).toBe(1);
    expect((await answersTo(db, course.id)).map(({ answers }) => answers)).toEqual([
      { when: 'now', purpose: 'job', hours: '3-5' },
    ]);
  });

  it('refuses what is no address, keeping what was answered', async () => {
    const shown = await stage.visitor().post(page, answer({ mail: 'nobody', when: 'year' }));
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('value="nobody"');
    expect(shown.html).toMatch(/<option value="year" selected/);
  });

  it('takes one tap of somebody signed in; twice is once; answers change and go with the answer', async () => {
    await Promise.all([1, 2].map(() => rex.browser.sendForm(page, answer())));
    expect(await takers()).toBe(2);
    const counted = await rex.browser.get(page);
    expect(counted.html).toContain('Your answer counts.');
    await rex.browser.post(page, answer({ when: 'later', purpose: '<script>', hours: '99' }));
    expect((await answersTo(db, course.id)).map(({ answers }) => answers)).toContainEqual({ when: 'later' });
    expect((await rex.browser.get(page)).html).toMatch(/<option value="later" selected/);
    const exported = JSON.stringify(await notify.personalData?.export(db, rex.id));
    expect(exported).toContain('"answers": {"when": "later"}'.replaceAll(': ', ':'));
    const gone = await rex.browser.post(`${page}/withdraw`);
    expect(gone.html).toContain('Your answer and what you told us');
    expect(await takers()).toBe(1);
    await rex.browser.post(`${page}/withdraw`);
    expect(await takers()).toBe(1);
  });

  it('counts somebody once who answers from an account and from their letter box', async () => {
    await rex.browser.post(page, answer());
    await sayYesByLetter(rex.address, { when: 'year' });
    expect(await takers()).toBe(2);
    await rex.browser.post(`${page}/withdraw`);
    expect(await takers()).toBe(1);
  });

  it('shows its authors how many, and what they answered, without a name', async () => {
    const { html } = await ada.browser.get(`${course.path}/production`);
    expect(html).toContain('1 person would take it');
    expect(html).toContain('A new trade or a job');
    expect(html).not.toContain('awa@example.org');
    expect((await rex.browser.get(`${course.path}/production`)).status).toBe(404);
  });

  it('asks nobody any more once it is closed, and still lets go', async () => {
    await rex.browser.post(page, answer());
    await ada.browser.post(form, { ...asking, state: 'closed' });
    const late = await stage.visitor().post(page, answer({ mail: 'late@example.org' }));
    expect(late.html).toContain('Answers are no longer collected.');
    expect(await letters('late@example.org')).toEqual([]);
    expect((await rex.browser.get(page)).html).toContain('withdraw');
    expect((await stage.visitor().get('/en/courses-to-come')).html).not.toContain('Bread at home');
  });

  it('finds nothing behind addresses that are none', async () => {
    for (const slug of ['none', '%00', '%F0%9F%8D%9E', '..%2f..', 'a'.repeat(5_000)])
      expect([slug.slice(0, 9), (await stage.visitor().get(`/en/courses-to-come/${slug}`)).status]).toEqual([
        slug.slice(0, 9),
        404,
      ]);
    for (const query of ['?page=0', '?page=-1', '?page=1e400', '?page=%F0%9F%8D%9E'])
      expect((await stage.visitor().get(`/en/courses-to-come${query}`)).status).toBe(200);
  });
});

describe('those who would take a course', () => {
  it('hear that it is open, once, when it is published and has a run for everybody', async () => {
    const before = (await letters('awa@example.org')).length;
    const publish = () => transact(db, (inner) => publishCourse(inner, ada.actor(), { courseId: course.id }));
    await publish();
    await publish();
    stage.clock.forward(60);
    await run('notify-deliver');
    await publish();
    stage.clock.forward(60);
    await run('notify-deliver');
    const told = (await letters('awa@example.org')).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('“Bread at home”, which you said you would take, is open.');
    expect((await stage.visitor().get(page)).html).toContain('This course is open.');
    expect((await ada.browser.get(form)).html).toContain('were told, once');
  });

  it('wait until anybody may join: a course by invitation is no opening, its first open run is', async () => {
    const content = smallCourse({ title: 'Garden' });
    const { id } = await transact(db, (inner) =>
      createCourse(inner, ada.actor(), {
        content: { ...content, rules: { ...content.rules, kind: 'spoc' } },
      }),
    );
    await ada.browser.post(`/en/teach/courses/${id}/production/page`, asking);
    await tea.browser.post('/en/courses-to-come/garden', answer());
    await transact(db, (inner) => publishCourse(inner, ada.actor(), { courseId: id }));
    expect((await plannedBySlug(db, 'garden'))?.toldAt).toBeNull();
    const invited = runForm.parse({ access: 'invited' });
    const runId = await transact(db, (inner) =>
      createRun(inner, ada.actor(), { courseId: id, input: invited }),
    );
    expect((await plannedBySlug(db, 'garden'))?.toldAt).toBeNull();
    const over = runForm.parse({ startOn: '2026-01-12', endOn: '2026-02-12' });
    await transact(db, (inner) => createRun(inner, ada.actor(), { courseId: id, input: over }));
    expect((await plannedBySlug(db, 'garden'))?.toldAt).toBeNull();
    const open = runForm.parse({ pacing: 'scheduled', startOn: '2027-01-12' });
    await transact(db, (inner) => changeRun(inner, ada.actor(), { runId, input: open }));
    expect((await plannedBySlug(db, 'garden'))?.toldAt).toEqual(stage.clock.now());
    stage.clock.forward(60);
    await run('notify-deliver');
    expect((await letters(tea.address)).at(-1)?.text).toContain('starts on 12 January 2027');
  });

  it('are not asked about a course that is open', async () => {
    const open = await stage.course(ada.browser, 'Open already');
    await transact(db, (inner) => publishCourse(inner, ada.actor(), { courseId: open.id }));
    const refused = await ada.browser.post(`${open.path}/production/page`, asking);
    expect([refused.status, refused.html.includes('open to everybody already')]).toEqual([422, true]);
  });
});

it('counts answers by question, whatever stands in old ones', () => {
  const counts = countAnswers([{ when: 'now' }, { when: 'now', hours: 'more' }, {}]);
  expect([counts.when.get('now'), counts.hours.get('more'), counts.purpose.size]).toEqual([2, 1, 0]);
});

it('knows the months before this one across a year', () => {
  expect(lastMonths('2027-02-10', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});
