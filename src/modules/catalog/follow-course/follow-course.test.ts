import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { followingOf } from '../../notify/index.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import { followStage } from '../testing/follow-stage.ts';
import { courseTopic } from './course-topic.ts';

const stage = await followStage();
const { db } = stage;
const day = (on: string) => ({ on, precision: 'day' as const });
const scheduled = { pacing: 'scheduled' as const };

beforeAll(async () => {
  const over = [2024, 2025, 2026].map((year) => ({
    ...scheduled,
    key: `${year}`,
    start: day(`${year}-03-10`),
    end: day(`${year}-04-20`),
  }));
  await importing(db, [
    course('over', { runs: over }),
    course('soon', { runs: [{ ...scheduled, key: 'r', start: day('2027-01-12') }] }),
    course('later', {
      runs: [{ ...scheduled, key: 'r', start: day('2027-01-12'), enrolmentStart: day('2026-12-20') }],
    }),
    course('last', {
      runs: [{ ...scheduled, key: 'r', start: day('2026-11-12'), enrolmentEnd: day('2026-12-20') }],
    }),
    course('always', { runs: [{ key: 's', pacing: 'self' }] }),
    course('none'),
  ]);
});

/** The boxes that are ticked at first. */
async function ticked(slug: string): Promise<string[]> {
  const html = await (await stage.app.request(`/en/courses/${slug}/follow`)).text();
  return [...html.matchAll(/<input type="checkbox" name="want-([\w-]+)"[^>]* checked/g)].map(
    ([, want = '']) => want,
  );
}

describe('the page on which one follows a course', () => {
  it.each([
    ['course-over', ['opens', 'new-run']],
    ['course-soon', ['starts', 'closes']],
    ['course-later', ['opens', 'starts']],
    ['course-last', ['closes', 'new-run']],
    ['course-always', ['price', 'change']],
    ['course-none', ['opens', 'starts', 'new-run']],
  ])('proposes for %s what one waits for in its state', async (slug, wants) => {
    expect((await ticked(slug)).toSorted()).toEqual(wants.toSorted());
  });

  it('stands one tap from the course, as the first way on where nothing can be joined', async () => {
    const page = async (slug: string) => (await stage.app.request(`/en/courses/${slug}`)).text();
    expect(await page('course-soon')).toMatch(
      /<a class="btn wide" href="\/en\/courses\/course-soon\/follow"/,
    );
    const over = await page('course-over');
    expect(over).toMatch(/<a class="btn first wide" href="\/en\/courses\/course-over\/follow"/);
    expect(over).toContain('Tell me when it comes back');
  });

  it('takes an address, asks it by letter, and goes back to the course', async () => {
    const browser = stage.browser();
    const form = await browser.get('/en/courses/course-over/follow');
    const id = /name="id" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
    const sent = await browser.post('/en/courses/course-over/follow', {
      id,
      'want-new-run': '1',
      mail: 'awa@example.org',
      pace: 'at-once',
    });
    expect(sent.html).toContain('awa@example.org');
    const wishes = await sql<{
      subject: string;
      wants: string[];
    }>`select subject, wants from notify.wish`.execute(tables(db));
    expect(wishes.rows).toEqual([{ subject: await stage.courseId('Course over'), wants: ['new-run'] }]);
  });

  it('shows the form again with what is wrong beside it', async () => {
    const wrong = await stage.browser().post('/en/courses/course-over/follow', {
      id: stage.tools.ids.next(),
      'want-new-run': '1',
      mail: 'nobody',
      pace: 'at-once',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="nobody"');
    const nothing = await stage.browser().post('/en/courses/course-over/follow', {
      id: stage.tools.ids.next(),
      mail: 'awa@example.org',
      pace: 'at-once',
    });
    expect(nothing.status).toBe(422);
  });

  it('says what a person follows already', async () => {
    const browser = stage.browser();
    const person = await stage.person();
    await browser.post('/en/sign-in', { address: 'person-1@example.org', password: 'seven green kayaks' });
    await browser.post('/en/courses/course-soon/follow', {
      id: stage.tools.ids.next(),
      'want-starts': '1',
      pace: 'daily',
    });
    const shown = await browser.get('/en/courses/course-soon/follow');
    expect(shown.html).toContain('You follow this course: you are told before it starts');
    const id = await stage.courseId('Course soon');
    expect(await followingOf(db, person.id, courseTopic(id))).toEqual({
      wants: ['starts'],
      pace: 'daily',
    });
  });

  it('follows a course that was renamed, keeping what was posted, and is not found for none', async () => {
    await importing(db, [course('none', { title: 'Other name' })], { partial: true, on: 1 });
    const moved = await stage.app.request('/en/courses/course-none/follow');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/en/courses/other-name/follow']);
    const posted = await stage.app.request('http://localhost:3000/en/courses/course-none/follow', {
      method: 'POST',
      headers: { origin: 'http://localhost:3000' },
      body: new URLSearchParams({ mail: 'a@example.org' }),
    });
    expect([posted.status, posted.headers.get('location')]).toEqual([308, '/en/courses/other-name/follow']);
    expect((await stage.app.request('/en/courses/nothing/follow')).status).toBe(404);
  });
});
