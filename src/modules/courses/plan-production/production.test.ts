import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { coursesData } from '../personal-data/courses-data.ts';
import { hiddenOn, teachStage } from '../testing/teach-stage.ts';
import { notedBy } from './note-hours.queries.ts';
import { planOf } from './plan.queries.ts';

const stage = await teachStage();
const { db, tools } = stage;
const ada = await stage.person('Ada', ['author']);
const rex = await stage.person('Rex');
const tea = await stage.person('Tea');
const zoe = await stage.person('Zoe');
const course = await stage.course(ada.browser, 'Bread');
await ada.browser.post(`${course.path}/people`, { address: rex.address, role: 'author' });
await ada.browser.post(`${course.path}/people`, { address: tea.address, role: 'reviewer' });
const at = (end: string) => `${course.path}/production${end}`;

describe('planned hours', () => {
  it('are proposed after the rule of thumb, and kept once they are saved', async () => {
    const proposed = await rex.browser.post(at('/plan'), { do: 'propose', weeks: '5', revision: '0' });
    expect(proposed.html).toContain('600 h in all');
    expect(proposed.html).toContain('600 hours of work for a course of five weeks');
    expect((await planOf(db, course.id)).hours.revision).toBe(0);
    await rex.browser.post(at('/plan'), {
      do: 'save',
      weeks: '3',
      revision: '0',
      'hours-writing': '10',
      'hours-filming': '7,5',
    });
    expect((await planOf(db, course.id)).hours).toEqual({
      weeks: 3,
      minutes: { writing: 600, filming: 450 },
      revision: 1,
    });
  });

  it.each(['-1', 'NaN', '1e400', '🍞', '=1+1', '20001', '7:99', '9'.repeat(300)])(
    'of %s are none; the form keeps what was typed',
    async (typed) => {
      const shown = await rex.browser.post(at('/plan'), {
        weeks: '3',
        revision: '1',
        'hours-writing': typed,
      });
      expect(shown.status).toBe(422);
      expect(shown.html).toContain('Hours such as 12, 7.5 or 7:30');
      expect((await planOf(db, course.id)).hours.revision).toBe(1);
    },
  );

  it('are not proposed for weeks that are none', async () => {
    for (const weeks of ['0', '105', '', '1e400', '-5'])
      expect((await rex.browser.post(at('/plan'), { do: 'propose', weeks })).status).toBe(422);
  });

  it('saved twice are one plan; what somebody else saved is not overwritten', async () => {
    const fields = { weeks: '3', revision: '1', 'hours-writing': '12' };
    await Promise.all([1, 2].map(() => rex.browser.sendForm(at('/plan'), fields)));
    expect((await planOf(db, course.id)).hours.revision).toBe(2);
    const late = await ada.browser.post(at('/plan'), { ...fields, 'hours-writing': '99' });
    expect([late.status, late.html.includes('saved another plan meanwhile')]).toEqual([422, true]);
    expect(late.html).toContain('value="99"');
    expect((await planOf(db, course.id)).hours.minutes).toEqual({ writing: 720 });
  });

  it('are for those who write the course', async () => {
    expect((await tea.browser.get(at('/plan'))).status).toBe(403);
    expect((await tea.browser.post(at('/plan'), { weeks: '3' })).status).toBe(403);
    expect((await zoe.browser.get(at('/plan'))).status).toBe(404);
  });
});

const money = {
  revision: '0',
  currency: 'EUR',
  hourly: '40',
  learners: '300',
  'costs-0-kind': 'equipment',
  'costs-0-label': '=HYPERLINK("x")',
  'costs-0-amount': '1 000,01',
  'costs-0-basis': 'once',
  'costs-0-spent': 'yes',
  'incomes-0-kind': 'certificate',
  'incomes-0-amount': '30',
  'incomes-0-basis': 'learner',
  'incomes-0-percent': '20',
  'funders-0-name': 'North',
  'funders-0-share': '33,34',
  'funders-1-name': 'South',
  'funders-1-share': '33.33',
  'funders-2-name': 'Est 🍞',
  'funders-2-share': '33.33',
};

describe('money', () => {
  it('is for owners alone', async () => {
    for (const browser of [rex.browser, tea.browser]) {
      expect((await browser.get(at('/money'))).status).toBe(403);
      expect((await browser.post(at('/money'), money)).status).toBe(403);
      expect((await browser.get(at('/plan.csv'))).status).toBe(403);
      expect((await browser.get(at('/hours'))).html).not.toContain('What the course cost so far');
    }
    expect((await zoe.browser.get(at('/money'))).status).toBe(404);
  });

  it('says break-even, sums and who gives what, to the cent', async () => {
    const { html } = await ada.browser.post(at('/money'), money);
    expect(html).toContain('The budget breaks even from 247 learners on.');
    expect(html).toContain('€1,480.01');
    const cents = [...html.matchAll(/<td class="numeric"><b>€([\d,.]+)<\/b>/g)].map(([, sum]) => sum);
    expect(cents).toEqual(['1,480.01']);
    for (const given of ['€493.43', '€493.29']) expect(html).toContain(given);
  });

  it('says when it can never be reached', async () => {
    const { html } = await ada.browser.post(at('/money'), {
      ...money,
      revision: '1',
      'incomes-0-percent': '0',
    });
    expect(html).toContain('This budget never breaks even');
  });

  it.each([
    ['shares below a whole', { 'funders-2-share': '33.32' }, 'Together the shares make less than 100%.'],
    ['shares above it', { 'funders-2-share': '33.34' }, 'Together the shares make more than 100%.'],
    ['a share that is none', { 'funders-2-share': '1e400' }, 'A share from 0 to 100'],
    ['an institution without a name', { 'funders-2-name': ' ' }, 'Say which institution it is.'],
    ['twins', { 'funders-2-name': 'South' }, 'The same institution is listed twice.'],
    ['a negative cost', { 'costs-0-amount': '-5' }, 'An amount such as 1250'],
    ['a cost without an amount', { 'costs-0-amount': '' }, 'An amount such as 1250'],
    ['a cost beyond measure', { 'costs-0-amount': '1e400' }, 'An amount such as 1250'],
    ['NaN an hour', { hourly: 'NaN' }, 'An amount such as 1250'],
    ['half a learner', { learners: '2.5' }, 'A whole number, ten million at most.'],
    ['more than all learners', { 'incomes-0-percent': '101' }, 'A whole number, 0 to 100.'],
    ['a label without an end', { 'costs-0-label': 'x'.repeat(201) }, 'That is too long.'],
    ['cents of a currency without', { currency: 'JPY' }, 'An amount such as 1250'],
  ])('with %s comes back with the sentence, and nothing is kept', async (_what, wrong, says) => {
    const before = await planOf(db, course.id);
    const shown = await ada.browser.post(at('/money'), { ...money, revision: '2', ...wrong });
    expect([shown.status, shown.html.includes(says)]).toEqual([422, true]);
    expect(await planOf(db, course.id)).toEqual(before);
  });

  it('is a file without formulas', async () => {
    const { html } = await ada.browser.get(at('/plan.csv'));
    expect(html).toContain(`"'=HYPERLINK(""x"")",1000.01,EUR,once`);
    expect(html).toContain('institution,,North,493.43,EUR');
    expect(html).toContain('task,writing,,,,,,,12,');
  });
});

const entry = (more: Record<string, string> = {}) => ({
  id: tools.ids.next(),
  task: 'writing',
  day: '2026-11-30',
  time: '1:30',
  ...more,
});
const minutes = async () =>
  Object.fromEntries((await notedBy(db, course.id)).map(({ name, minutes: noted }) => [name, noted]));

describe('hours that people note', () => {
  it('are noted by everybody of the course, once however often the button is pressed', async () => {
    const own = entry({ note: '@SUM(1)' });
    await Promise.all([1, 2].map(() => tea.browser.sendForm(at('/hours'), own)));
    await rex.browser.post(at('/hours'), entry({ time: '12', task: 'filming' }));
    expect(await minutes()).toEqual({ Tea: { writing: 90 }, Rex: { filming: 720 } });
    expect((await zoe.browser.post(at('/hours'), entry())).status).toBe(404);
  });

  it.each([
    [{ time: '0' }, 'A time from one minute to 24 hours'],
    [{ time: '24:01' }, 'A time from one minute to 24 hours'],
    [{ time: '-1' }, 'A time from one minute to 24 hours'],
    [{ time: '1e400' }, 'A time from one minute to 24 hours'],
    [{ time: '🍞' }, 'A time from one minute to 24 hours'],
    [{ day: '2027-01-01' }, 'That day has not come yet.'],
    [{ day: '1999-12-31' }, 'Write a day'],
    [{ day: '2026-02-30' }, 'Write a day'],
    [{ task: 'sleeping' }, 'Choose a task.'],
    [{ note: 'x'.repeat(501) }, 'That is too long: 500 characters at most.'],
    [{ id: 'x' }, 'Open the page again and retry.'],
  ])('refuse %o in words', async (wrong, says) => {
    const shown = await rex.browser.post(at('/hours'), entry(wrong as Record<string, string>));
    expect([shown.status, shown.html.includes(says)]).toEqual([422, true]);
  });

  it('stand against the plan by task and person; owners see all, others their own', async () => {
    const owner = (await ada.browser.get(at('/hours'))).html;
    for (const said of ['13 h 30 min of 12 h', '12 h more than planned', '10 h 30 min', 'Rex', 'Tea'])
      expect(owner).toContain(said);
    const reviewer = (await tea.browser.get(at('/hours'))).html;
    expect(reviewer).toContain('@SUM(1)');
    expect(reviewer).not.toContain('Rex');
    expect((await rex.browser.get(at('/hours'))).html).not.toContain('@SUM(1)');
  });

  it('say what the course cost so far, and that nobody finished yet', async () => {
    const { html } = await ada.browser.get(at('/hours'));
    // 13 h 30 at 40 euros, and the camera
    expect(html).toContain('€1,540.01');
    expect(html).toContain('nobody finished yet');
  });

  it('are corrected, taken out and put back by whoever noted them, and by nobody else', async () => {
    const own = entry({ time: '2', note: 'first' });
    await rex.browser.post(at('/hours'), own);
    const page = at(`/hours/${own.id}`);
    for (const browser of [ada.browser, tea.browser, zoe.browser]) {
      expect((await browser.get(page)).status).toBe(404);
      expect((await browser.post(page, { ...own, time: '9' })).status).toBe(404);
      expect((await browser.post(`${page}/remove`)).status).toBe(404);
    }
    expect((await rex.browser.post(page, { ...own, time: '25' })).status).toBe(422);
    await rex.browser.post(page, { ...own, time: '3' });
    expect(await minutes()).toMatchObject({ Rex: { filming: 720, writing: 180 } });
    const removed = await rex.browser.post(`${page}/remove`);
    expect(removed.html).toContain('These hours no longer count in the totals.');
    await rex.browser.post(`${page}/remove`);
    expect(await minutes()).toMatchObject({ Rex: { filming: 720 } });
    expect((await minutes())['Rex']).not.toHaveProperty('writing');
    expect(hiddenOn(removed.html, 'id')).not.toBe('');
    await rex.browser.post(`${page}/remove`, { do: 'back' });
    expect(await minutes()).toMatchObject({ Rex: { writing: 180 } });
    expect((await rex.browser.get(at('/hours/none'))).status).toBe(404);
  });

  it('are a file: all for owners, one’s own for others, without formulas', async () => {
    expect((await ada.browser.get(at('/hours.csv'))).html).toContain(
      `2026-11-30,Tea,writing,1.5,'@SUM(1)`.replace("'@SUM(1)", `"'@SUM(1)"`),
    );
    const own = (await rex.browser.get(at('/hours.csv'))).html;
    expect(own).toContain('Rex,filming,12');
    expect(own).not.toContain('Tea');
  });

  it('lead whoever only notes hours past the pages that are not theirs', async () => {
    expect((await tea.browser.get(at(''))).path).toBe(at('/hours'));
  });

  it('are exported with the person, and stay in the sums without them', async () => {
    expect(JSON.stringify(await coursesData.export(db, tea.id))).toContain('@SUM(1)');
    await coursesData.erase(db, systemActor('test', stage.clock.now(), tools.ids), tea.id);
    expect(JSON.stringify(await coursesData.export(db, tea.id))).not.toContain('@SUM(1)');
    const { html } = await ada.browser.get(at('/hours'));
    expect(html).toContain('Erased account');
    expect(html).not.toContain('@SUM(1)');
  });
});
