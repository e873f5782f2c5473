import IcalJs from 'ical.js';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { mailTo } from '../../../platform/mail/mail.queries.ts';
import { eventPath, eventStage } from '../testing/event-stage.ts';
import { forgetGuestsJob, remindGuestsJob } from './events.jobs.ts';

const stage = await eventStage();
const { db, tools, clock, hold, save, editor } = stage;

beforeEach(async () => {
  await sql`delete from editorial.event`.execute(tables(db));
  await sql`delete from platform.mail`.execute(tables(db));
  clock.forward(3601);
});

const path = eventPath;
const letters = async (address: string) => (await mailTo(db, [address])).map(({ subject }) => subject);
async function tokenOf(address: string): Promise<string> {
  const mails = await mailTo(db, [address]);
  return /token=([\w-]+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
}
async function join(address: string, name = 'Noor') {
  const browser = stage.browser();
  const shown = await browser.post(path, { id: tools.ids.next(), name, address });
  return { browser, shown };
}
async function joinAndConfirm(address: string): Promise<string> {
  await join(address);
  const token = await tokenOf(address);
  await stage.browser().post('/en/events/seat', { token, deed: 'confirm' });
  return token;
}
const seats = async () => {
  const found = await sql<{ address: string; state: string }>`
    select address, state from editorial.registration order by queued_at nulls last, registered_at`.execute(
    tables(db),
  );
  return found.rows.map(({ address, state }) => `${address.split('@')[0]} ${state}`);
};
const signal = new AbortController().signal;
const work = (job: typeof remindGuestsJob) => job.run({ tools, db, actor: stage.system(), signal }, {});

describe('a seat', () => {
  it('is taken without an account, after a click in a letter', async () => {
    await hold();
    const { shown } = await join('noor@example.org');
    expect(shown.html).toContain('We wrote to noor@example.org');
    expect(await letters('noor@example.org')).toEqual(['Confirm your seat: An evening at the loom']);
    const token = await tokenOf('noor@example.org');
    const asked = await stage.browser().get(`/en/events/seat?token=${token}`);
    expect(asked.html).toContain('One step is left');
    expect(asked.html).not.toContain('video.example');
    expect(await seats()).toEqual(['noor to-confirm']);
    const given = await stage.browser().post('/en/events/seat', { token, deed: 'confirm' });
    expect(given.html).toContain('You have a seat.');
    expect(given.html).toContain('https://video.example/loom');
    expect((await stage.browser().get(path)).html).not.toContain('video.example');
  });

  it('is taken at once by a person whose own address it is, and by no other', async () => {
    await hold({ seats: '' });
    const zoe = await stage.person('Zoe', []);
    const browser = await stage.signedIn(zoe);
    const own = await browser.post(path, { id: tools.ids.next(), name: 'Zoe', address: zoe.address });
    expect(own.html).toContain('You have a seat.');
    const others = await browser.post(path, {
      id: tools.ids.next(),
      name: 'Zoe',
      address: 'else@example.org',
    });
    expect(others.html).toContain('We wrote to else@example.org');
  });

  it('says the same of an address that has one, and tells only its owner', async () => {
    await hold();
    await joinAndConfirm('noor@example.org');
    const { shown } = await join('NOOR@example.org');
    expect(shown.html).toContain('We wrote to NOOR@example.org');
    expect(await seats()).toEqual(['noor seated']);
    expect((await letters('noor@example.org')).slice(-1)).toEqual([
      'You have a seat: An evening at the loom',
    ]);
  });

  it('is one however often the form is sent', async () => {
    await hold();
    const wish = { id: tools.ids.next(), name: 'Noor', address: 'noor@example.org' };
    const browser = stage.browser();
    await browser.post(path, wish);
    await browser.post(path, wish);
    expect(await seats()).toEqual(['noor to-confirm']);
  });
});

describe('the waiting list', () => {
  it('takes who comes too late, in order, and gives a seat that was given back to the first', async () => {
    await hold();
    const first = await joinAndConfirm('a@example.org');
    clock.forward(60);
    const second = await joinAndConfirm('b@example.org');
    clock.forward(60);
    await joinAndConfirm('c@example.org');
    expect(await seats()).toEqual(['a seated', 'b waiting', 'c waiting']);
    expect((await stage.browser().get(`/en/events/seat?token=${second}`)).html).toContain('number 1');
    const back = await stage.browser().post('/en/events/seat', { token: first, deed: 'give-back' });
    expect(back.html).toContain('This seat was given back.');
    await stage.browser().post('/en/events/seat', { token: first, deed: 'give-back' });
    expect(await seats()).toEqual(['a given-back', 'b seated', 'c waiting']);
    expect(await letters('b@example.org')).toContain('You have a seat: An evening at the loom');
  });

  it('never gives one seat twice, however many confirm at the same moment', async () => {
    await hold({ seats: '3' });
    const addresses = Array.from({ length: 8 }, (_, at) => `guest${at}@example.org`);
    for (const address of addresses) await join(address);
    const tokens = await Promise.all(addresses.map(tokenOf));
    await Promise.all(
      tokens.map((token) => stage.browser().post('/en/events/seat', { token, deed: 'confirm' })),
    );
    const states = (await seats()).map((line) => line.split(' ')[1]);
    expect(states.filter((state) => state === 'seated')).toHaveLength(3);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(5);
  });

  it('moves up when there are more seats, and fewer than are taken is refused', async () => {
    const id = await hold();
    await joinAndConfirm('a@example.org');
    await joinAndConfirm('b@example.org');
    await save(id, { version: '2', seats: '2' });
    expect(await seats()).toEqual(['a seated', 'b seated']);
    const fewer = await save(id, { version: '3', seats: '1' });
    expect(fewer.status).toBe(422);
    expect(fewer.html).toContain('More people have a seat already.');
  });
});

describe('an event', () => {
  it('tells its guests when it moves and when it is cancelled, and gives no seat any more', async () => {
    const id = await hold();
    await joinAndConfirm('a@example.org');
    await joinAndConfirm('b@example.org');
    await save(id, { version: '2', summary: 'Other words.' });
    expect(await letters('a@example.org')).not.toContain('Changed: An evening at the loom');
    await save(id, { version: '3', time: '19:00' });
    expect(await letters('a@example.org')).toContain('Changed: An evening at the loom');
    const [moved] = (await mailTo(db, ['b@example.org'])).filter(({ subject }) =>
      subject.startsWith('Changed'),
    );
    expect(moved?.text).not.toContain('video.example');
    const question = await editor().get(`/en/editor/events/${id}/cancel`);
    expect(question.html).toContain('2 people get a letter.');
    await editor().post(`/en/editor/events/${id}/cancel`);
    expect(await letters('a@example.org')).toContain('Cancelled: An evening at the loom');
    const late = await stage
      .browser()
      .post(path, { id: tools.ids.next(), name: 'B', address: 'b@example.org' });
    expect(late.status).toBe(409);
  });

  it('reminds each guest once, within a day before it', async () => {
    const soon = new Date(clock.now().getTime() + 20 * 3_600_000).toISOString();
    await hold({
      day: soon.slice(0, 10),
      time: soon.slice(11, 16),
      endTime: '',
      zone: 'UTC',
      title: 'An evening at the loom',
      seats: '',
    });
    const slug = await sql<{ slug: string }>`select slug from editorial.event`.execute(tables(db));
    const here = `/en/events/${slug.rows[0]?.slug ?? ''}`;
    await stage.browser().post(here, { id: tools.ids.next(), name: 'A', address: 'a@example.org' });
    await stage.browser().post('/en/events/seat', { token: await tokenOf('a@example.org'), deed: 'confirm' });
    await stage.browser().post(here, { id: tools.ids.next(), name: 'B', address: 'b@example.org' });
    await work(remindGuestsJob);
    await work(remindGuestsJob);
    expect((await letters('a@example.org')).filter((subject) => subject.startsWith('Soon'))).toHaveLength(1);
    expect(await letters('b@example.org')).toHaveLength(1);
  });

  it('stands in calendars on the clock of its place, across the change of the hour', async () => {
    await hold();
    const text = await (await stage.browser().send(`${path}/event.ics`, { method: 'GET' })).text();
    const calendar = new IcalJs.Component(IcalJs.parse(text));
    const parsed = new IcalJs.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    // the clocks of Paris went forward that very morning
    expect(parsed.startDate.toJSDate().toISOString()).toBe('2027-03-28T16:30:00.000Z');
    expect(parsed.endDate.toJSDate().toISOString()).toBe('2027-03-28T18:00:00.000Z');
    expect(text).not.toContain('video.example');
    expect(await (await stage.browser().send('/fr/events.ics', { method: 'GET' })).text()).toContain(
      'An evening',
    );
  });

  it('gives its editors the list of guests, safe for table programs', async () => {
    const id = await hold({ seats: '' });
    await join('a@example.org', '=HYPERLINK("http://evil.example")');
    await stage.browser().post('/en/events/seat', { token: await tokenOf('a@example.org'), deed: 'confirm' });
    const csv = await (await editor().send(`/en/editor/events/${id}/guests.csv`, { method: 'GET' })).text();
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });
});

describe('when it is over', () => {
  it('has a report afterwards, and forgets its guests in time', async () => {
    const id = await hold();
    await joinAndConfirm('a@example.org');
    await join('never@example.org');
    clock.forward(8 * 86_400);
    await work(forgetGuestsJob);
    expect(await seats()).toEqual(['a seated']);
    clock.forward(130 * 86_400);
    await stage.signInAgain();
    await editor().post(`/en/editor/events/${id}/report`, {
      report: 'We wove **a scarf**. <script>alert(1)</script>',
    });
    const shown = await stage.browser().get(path);
    expect(shown.html).toContain('<strong>a scarf</strong>');
    expect(shown.html).not.toContain('<script>alert');
    expect((await stage.browser().get('/en/events?when=past')).html).toContain('with a report');
    clock.forward(91 * 86_400);
    await work(forgetGuestsJob);
    expect(await seats()).toEqual([]);
  });
});
