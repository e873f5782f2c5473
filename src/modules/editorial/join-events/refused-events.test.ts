import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { eventPath, eventStage } from '../testing/event-stage.ts';

const stage = await eventStage();
const { db, tools, clock, hold, save } = stage;

beforeEach(async () => {
  await sql`delete from editorial.event`.execute(tables(db));
  clock.forward(3601);
});

describe('what is refused', () => {
  it.each([
    [{ title: '' }, 'An event needs a title.'],
    [{ day: '' }, 'Tell the day and the hour'],
    [{ day: '2027-02-30' }, 'Tell the day and the hour'],
    [{ zone: 'Mars/Olympus' }, 'Tell the day and the hour'],
    [{ endTime: '17:00' }, 'It ends before it begins.'],
    [{ place: '', link: '' }, 'Tell the place'],
    [{ link: 'javascript:alert(1)' }, 'needs a web address'],
    [{ seats: '-3' }, 'Write a number'],
    [{ title: 'x'.repeat(161) }, 'This is too long.'],
  ])('a form with %j', async (more, sentence) => {
    const shown = await save(tools.ids.next(), more as Readonly<Record<string, string>>);
    expect(shown.status).toBe(422);
    expect(shown.html).toContain(sentence);
    expect(shown.html).toContain('Bring **wool**.');
  });

  it('two editors at once: the slower one is told', async () => {
    const id = await hold();
    expect((await save(id, { version: '2', summary: 'Mine' })).status).toBe(200);
    expect((await save(id, { version: '2', summary: 'Yours' })).status).toBe(409);
  });

  it.each([
    [{ name: '', address: 'a@example.org' }, 'Tell us your name.'],
    [{ name: 'A', address: 'nobody' }, 'This is no mail address.'],
    [{ name: 'A', address: 'a@example.org, b@example.org' }, 'This is no mail address.'],
  ])('a guest with %j', async (fields, sentence) => {
    await hold();
    const shown = await stage.browser().post(eventPath, { id: tools.ids.next(), ...fields });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain(sentence);
  });

  it('drafts, strangers’ links and addresses that are none', async () => {
    const id = tools.ids.next();
    await save(id, {});
    expect((await stage.browser().get(eventPath)).status).toBe(404);
    for (const token of ['', 'x', 'A'.repeat(43), '%00'])
      expect((await stage.browser().get(`/en/events/seat?token=${token}`)).status).toBe(404);
    expect((await stage.browser().get('/en/events/%00')).status).toBe(404);
    const learner = await stage.signedIn(await stage.person('Lea', []));
    expect((await learner.get(`/en/editor/events/${id}`)).status).toBe(403);
  });

  it('more than thirty registrations from one network within an hour', async () => {
    await hold({ seats: '' });
    const browser = stage.browser();
    for (let n = 0; n < 30; n += 1)
      await browser.post(eventPath, { id: tools.ids.next(), name: 'A', address: `a${n}@example.org` });
    const more = await browser.post(eventPath, {
      id: tools.ids.next(),
      name: 'A',
      address: 'more@example.org',
    });
    expect(more.status).toBe(429);
  });

  it('more than six letters to one address within an hour', async () => {
    await hold({ seats: '' });
    const statuses: number[] = [];
    for (const address of Array.from({ length: 7 }, (_, n) =>
      n % 2 ? 'ONE@example.org' : 'one@example.org',
    ))
      statuses.push(
        (await stage.browser().post(eventPath, { id: tools.ids.next(), name: 'A', address })).status,
      );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });
});
