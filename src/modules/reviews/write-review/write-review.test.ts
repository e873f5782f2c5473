import { afterEach, describe, expect, it } from 'vitest';
import { countingStatements, type StatementTally } from '../../../platform/db/database.ts';
import { speaksFor } from '../../catalog/testing/provider-people.queries.ts';
import { course } from '../../catalog/testing/catalog-stage.ts';
import { formOf, reviewsStage, writeThrough } from '../testing/reviews-stage.ts';
import { storedCases } from '../testing/stored-cases.queries.ts';
import { storedRatings, storedReview, storedTransitions } from '../testing/stored-review.queries.ts';
import { countOf } from '../testing/stage.queries.ts';
import { mostAnHour } from './write-review.ts';

const stage = await reviewsStage([
  course('bread', {
    title: 'Bread',
    url: 'https://mill.example/bread',
    providers: [{ name: 'The Mill' }],
    effort: { minHoursPerWeek: 3, maxHoursPerWeek: 3 },
    runs: [
      { key: 'spring', pacing: 'scheduled', title: 'Spring', start: { on: '2026-03-02', precision: 'day' } },
    ],
  }),
  course('cake', { title: 'Cake', runs: [{ key: 'autumn', pacing: 'scheduled', title: 'Autumn' }] }),
  ...Array.from({ length: 14 }, (_, at) => course(`other-${at}`, { title: `Other ${at}` })),
]);
const { db, person, visitor } = stage;
const path = '/en/courses/bread/reviews/new';

/** Many reviews of one course within days would be a burst. */
afterEach(() => stage.clock.forward(40 * 86_400));

describe('writing a review', () => {
  it('takes two answers, publishes them at once, and makes them count', async () => {
    const awa = await person({ name: 'Awa Diop' });
    const id = await writeThrough(awa);
    expect(await storedReview(db, id)).toMatchObject({
      state: 'published',
      stars: 4,
      body: null,
      version: 1,
    });
    expect(await storedTransitions(db, id)).toEqual(['write >published author']);
    expect((await storedRatings(db))[id]).toBe(4);
    const { html } = await visitor().get(`/en/reviews/${id}`);
    expect(html).toContain('Awa Diop');
    expect(html).toContain('Written on 1 December 2026 · date of the course not given');
  });

  it('keeps every answer', async () => {
    const says = {
      status: 'dropped',
      dropReason: 'too-hard',
      content: '5',
      support: '2',
      hours: '3,25',
      body: 'Flour and water.',
      pros: 'Bread',
      cons: 'Crumbs',
      forWhom: 'Bakers',
      runLabel: ' Spring\n2025 ',
      month: '3',
      year: '2025',
      lang: 'de',
      anonymous: 'yes',
    };
    const id = await writeThrough(await person(), says);
    expect(await storedReview(db, id)).toMatchObject({
      status: 'dropped',
      drop_reason: 'too-hard',
      criteria: { content: 5, support: 2 },
      hours_a_week: 3.3,
      body: 'Flour and water.',
      pros: 'Bread',
      cons: 'Crumbs',
      for_whom: 'Bakers',
      run_label: 'Spring 2025',
      experienced_on: '2025-03-01',
      lang: 'de',
      is_anonymous: true,
    });
  });

  it('ties a review to a run that the catalogue knows, and to none of another course', async () => {
    const awa = await person();
    const runsOf = async (slug: string) => {
      const { html } = await awa.browser.get(`/en/courses/${slug}/reviews/new`);
      return /<option value="([0-9a-f-]{36})">/.exec(html)?.[1] ?? '';
    };
    const elsewhere = await awa.browser.post(path, { ...(await formOf(awa)), run: await runsOf('cake') });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.html).toContain('Choose a run of this course');
    const run = await runsOf('bread');
    const id = await writeThrough(awa, { run, runLabel: 'left over' });
    expect(await storedReview(db, id)).toMatchObject({ run_id: run, run_label: null });
    expect((await visitor().get(`/en/reviews/${id}`)).html).toContain('run: Spring · 2 March 2026');
  });

  it.each([
    ['3.5', 3.5],
    ['٣٫٥', 3.5],
    ['0', 0],
    ['168', 168],
  ])('reads "%s" hours', async (hours, read) => {
    const id = await writeThrough(await person(), { hours });
    expect(await storedReview(db, id)).toMatchObject({ hours_a_week: read });
  });

  it('leaves the reason away where nobody stopped', async () => {
    const id = await writeThrough(await person(), { dropReason: 'price' });
    expect(await storedReview(db, id)).toMatchObject({ drop_reason: null, status: 'finished' });
  });
});

describe('a form that comes back', () => {
  it('shows everything that was typed beside what is wrong', async () => {
    const awa = await person();
    const typed = {
      body: 'Flour & "water"',
      pros: 'Good',
      hours: 'many',
      teaching: '3',
      year: '2020',
      anonymous: 'yes',
    };
    const { id = '' } = await formOf(awa);
    const shown = await awa.browser.post(path, { id, ...typed });
    expect(shown.status).toBe(422);
    for (const words of [
      'Choose from one to five stars',
      'Say whether you finished',
      'a number of hours from 0 to 168',
    ])
      expect(shown.html).toContain(words);
    expect(shown.html).toContain('Flour &amp; &quot;water&quot;</textarea>');
    expect(shown.html).toContain('value="many"');
    expect(shown.html).toContain(`name="id" value="${id}"`);
    expect(shown.html).toMatch(/name="teaching" value="3" checked/);
    expect(shown.html).toMatch(/<details class="review-details" open/);
    expect(shown.html).toMatch(/id="anonymous"[^>]*checked|checked[^>]*id="anonymous"/);
  });

  it.each([
    [{ stars: '6' }, 'one to five stars'],
    [{ stars: 'DROP TABLE' }, 'one to five stars'],
    [{ status: 'never' }, 'Say whether you finished'],
    [{ hours: '169' }, 'from 0 to 168'],
    [{ hours: '-1' }, 'from 0 to 168'],
    [{ body: 'x'.repeat(8001) }, 'at most 8,000 characters'],
    [{ pros: 'x'.repeat(2001) }, 'at most 2,000 characters'],
    [{ forWhom: 'x'.repeat(1001) }, 'at most 1,000 characters'],
    [{ runLabel: 'x'.repeat(121) }, 'at most 120 characters'],
    [{ lang: 'xx' }, 'Choose a language'],
    [{ run: 'autumn' }, 'Choose a run of this course'],
    [{ month: '2', year: '2099' }, 'not later than this month'],
    [{ month: '2' }, 'Choose both month and year'],
    [{ year: '1999', month: '1' }, 'Choose both month and year'],
  ])('says what is wrong with %j', async (wrong: Record<string, string>, words) => {
    const awa = await person();
    const shown = await awa.browser.post(path, { ...(await formOf(awa)), ...wrong });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain(words);
  });

  it('takes 8,000 characters, and what hides in a text is no part of it', async () => {
    const hostile = `<script>alert(1)</script>\0\u202Eevil\u202C 👩🏽‍🏫 ${'\r\n'.repeat(10_000)}خبز`;
    const id = await writeThrough(await person(), { body: hostile, pros: 'x'.repeat(2000), cons: '\0\0' });
    const stored = await storedReview(db, id);
    expect(stored).toMatchObject({ body: '<script>alert(1)</script>evil 👩🏽‍🏫\n\nخبز', cons: null });
    const { html } = await visitor().get(`/en/reviews/${id}`);
    expect(html).toContain('&lt;script>alert(1)&lt;/script>evil');
    expect(html).not.toContain('<script>alert');
    expect(html).toMatch(/<div class="review-words" lang="en" dir="auto">/);
    const long = await writeThrough(await person(), { body: 'y'.repeat(8000) });
    expect((await storedReview(db, long))?.body).toHaveLength(8000);
  });
});

describe('sending twice', () => {
  it('is harmless, one after the other and at once', async () => {
    const awa = await person();
    const fields = await formOf(awa);
    const before = await countOf(db, 'reviews.review');
    const answers = await Promise.all([1, 2, 3].map(() => awa.browser.post(path, fields)));
    answers.push(await awa.browser.post(path, fields));
    for (const { status, path: at } of answers)
      expect([status, at]).toEqual([200, `/en/reviews/${fields['id']}`]);
    expect(await countOf(db, 'reviews.review')).toBe(before + 1);
    expect(await storedTransitions(db, fields['id'] ?? '')).toHaveLength(1);
  });

  it('of two forms of one course writes one review, and shows the other words in its form', async () => {
    const awa = await person();
    const [one, two] = [await formOf(awa), await formOf(awa)];
    const both = await Promise.all([
      awa.browser.post(path, { ...one, body: 'First words.' }),
      awa.browser.post(path, { ...two, body: 'Second words.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    const held = both.find(({ status }) => status === 422);
    expect(held?.html).toContain('You have reviewed this course already');
    expect(held?.html).toMatch(/(First|Second) words\.<\/textarea>/);
    expect(held?.html).toMatch(/action="\/en\/reviews\/[0-9a-f-]{36}\/edit"/);
  });

  it('with an id that is somebody else’s changes nothing of theirs', async () => {
    const theirs = await writeThrough(await person(), { body: 'Theirs.' });
    const awa = await person();
    const shown = await awa.browser.post(path, { ...(await formOf(awa)), id: theirs, body: 'Mine.' });
    expect(shown.status).toBe(409);
    expect((await storedReview(db, theirs))?.body).toBe('Theirs.');
  });

  it('a second visit leads to editing', async () => {
    const awa = await person();
    const id = await writeThrough(awa);
    expect((await awa.browser.get(path)).path).toBe(`/en/reviews/${id}/edit`);
  });
});

describe('who writes', () => {
  it('signs in first, and comes back to the form', async () => {
    const browser = visitor();
    expect((await browser.get(path)).path).toBe('/en/sign-in?back=%2Fcourses%2Fbread%2Freviews%2Fnew');
  });

  it('loses nothing when the session ended meanwhile', async () => {
    const shown = await visitor().post(path, {
      id: stage.tools.ids.next(),
      stars: '5',
      body: 'Long words.',
      hours: '4',
    });
    expect(shown.status).toBe(401);
    expect(shown.html).toContain('Nothing is lost');
    expect(shown.html).toContain('Long words.</textarea>');
    expect(shown.html).toMatch(/name="stars" value="5" checked/);
  });

  it('is nobody of the provider: they are told in words before and after', async () => {
    const baker = await person();
    const fields = await formOf(baker);
    const { id = '' } = (await stage.courses())['Bread'] ?? {};
    await speaksFor(db, baker.id, id, stage.clock.now());
    for (const shown of [await baker.browser.get(path), await baker.browser.post(path, fields)]) {
      expect(shown.status).toBe(403);
      expect(shown.html).toContain('You speak for The Mill, which gives this course: you cannot review it.');
    }
  });

  it('writes about a course that is there', async () => {
    const awa = await person();
    expect((await awa.browser.get('/en/courses/nothing/reviews/new')).status).toBe(404);
    expect((await awa.browser.post('/en/courses/nothing/reviews/new', { stars: '5' })).status).toBe(404);
    expect((await visitor().post('/en/courses/nothing/reviews/new', { stars: '5' })).status).toBe(401);
  });

  it('does so some times an hour, and what was typed stays', async () => {
    const awa = await person();
    for (let at = 0; at < mostAnHour; at += 1) await writeThrough(awa, {}, `other-${at}`);
    const shown = await awa.browser.post(path, { ...(await formOf(awa)), body: 'One more.' });
    expect(shown.status).toBe(429);
    expect(shown.html).toContain('many reviews in a short time');
    expect(shown.html).toContain('One more.</textarea>');
    stage.clock.forward(3601);
    await writeThrough(awa, { body: 'One more.' });
  });
});

describe('a review that a rule holds', () => {
  it('is seen by its author with the reason to wait, and by nobody else', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'Buy at https://spam.example now' });
    expect(await storedReview(db, id)).toMatchObject({ state: 'held', published_at: null });
    expect((await storedCases(db, id)).map(({ reasons }) => reasons)).toEqual([['link']]);
    expect((await storedRatings(db))[id]).toBeUndefined();
    expect((await awa.browser.get(`/en/reviews/${id}`)).html).toContain('Your review is being checked');
    expect((await awa.browser.get(`/en/reviews/${id}`)).html).toContain('Why: a link');
    for (const browser of [visitor(), (await person()).browser]) {
      expect((await browser.get(`/en/reviews/${id}`)).status).toBe(404);
      for (const page of ['/en/courses/bread', '/en/courses/bread/reviews'])
        expect((await browser.get(page)).html).not.toContain('spam.example');
    }
    const mo = await person({ roles: ['moderator'] });
    expect((await mo.browser.get(`/en/reviews/${id}`)).status).toBe(200);
  });
});

it('asks few statements', async () => {
  const awa = await person();
  const tally: StatementTally = { count: 0, milliseconds: 0 };
  await countingStatements(tally, () => awa.browser.get(path));
  expect(tally.count).toBeLessThanOrEqual(2);
});
