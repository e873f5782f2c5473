import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { countingStatements, type StatementTally, tables } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { course } from '../../catalog/testing/catalog-stage.ts';
import { ratingsChanged } from '../events.ts';
import { reviewsStage, signInAgain, writeThrough } from '../testing/reviews-stage.ts';
import { putReview } from '../testing/stored-review.queries.ts';

const stage = await reviewsStage([
  course('bread', { title: 'Bread', effort: { minHoursPerWeek: 3, maxHoursPerWeek: 3 } }),
  course('cake', { title: 'Cake' }),
  course('many', { title: 'Many' }),
  course('rated', { title: 'Rated' }),
]);
const { db, person, visitor, clock } = stage;
const awa = await person({ name: 'Awa Diop' });
const bare = { lang: 'en', stars: '5' };
const one = await writeThrough(awa, {
  ...bare,
  body: 'Best words.',
  hours: '4',
  content: '5',
  month: '3',
  year: '2026',
});
clock.forward(40 * 86_400);
const two = await writeThrough(await person(), {
  ...bare,
  stars: '1',
  body: 'Mots durs.',
  lang: 'fr',
  status: 'dropped',
  dropReason: 'time',
  hours: '6',
  content: '2',
});
clock.forward(40 * 86_400);
const three = await writeThrough(await person({ name: 'Hidden Name' }), {
  ...bare,
  stars: '3',
  body: 'Under way.',
  status: 'under-way',
  anonymous: 'yes',
});
await (await person()).browser.post(`/en/reviews/${two}/helpful`, { helpful: 'yes' });
await stage.deliver();
await signInAgain(awa);

/** Ids of reviews in the order of a page. */
const order = (html: string) => [...html.matchAll(/id="review-([0-9a-f-]{36})"/g)].map(([, id]) => id);
const list = async (query = '') => (await visitor().get(`/en/courses/bread/reviews${query}`)).html;

describe('the page of a course', () => {
  it('says what all reviews come to, and shows the most helpful first', async () => {
    const { html } = await visitor().get('/en/courses/bread');
    expect(html).toContain('announced 3 h, lived 5 h on average');
    expect(html).toContain('1 of 2 who stopped or finished');
    expect(html).toContain('not enough time (1)');
    expect(html).toContain('3.5 of 5');
    expect(html).toContain('3 ratings');
    expect(order(html)[0]).toBe(two);
    expect(html).toContain('We do not check that every author took it');
    expect(html).toContain('Those that most readers found helpful stand first.');
    expect(html).toContain('/en/reviews/how');
    expect(html).toContain('course taken in March 2026');
  });

  it('tells search engines, without a name that is not shown', async () => {
    const { html } = await visitor().get('/en/courses/bread');
    const data = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '{}',
    ) as {
      aggregateRating: unknown;
      review: { author: { name: string }; reviewBody: string }[];
    };
    expect(data.aggregateRating).toMatchObject({ ratingValue: 3, ratingCount: 3, bestRating: 5 });
    expect(data.review.map(({ author, reviewBody }) => [author.name, reviewBody])).toContainEqual([
      'Anonymous',
      'Under way.',
    ]);
    expect(data.review.map(({ author }) => author.name)).toContain('Awa Diop');
  });

  it('shows an anonymous author’s name nowhere', async () => {
    for (const path of ['/en/courses/bread', '/en/courses/bread/reviews', `/en/reviews/${three}`])
      expect((await visitor().get(path)).html).not.toContain('Hidden Name');
  });

  it('invites where nobody wrote, and leads the author to what they wrote', async () => {
    const empty = (await visitor().get('/en/courses/cake')).html;
    expect(empty).toContain('No review yet');
    expect(empty).toContain('/en/courses/cake/reviews/new');
    expect(empty).not.toContain('aggregateRating');
    expect((await visitor().get('/en/courses/cake/reviews')).html).toContain('No review yet');
    const own = (await awa.browser.get('/en/courses/bread')).html;
    expect(own).toContain('See my review');
    expect(own).not.toContain('/en/courses/bread/reviews/new');
  });
});

describe('all reviews of a course', () => {
  it('stand in the order that was asked for', async () => {
    expect(order(await list())[0]).toBe(two);
    expect(order(await list('?sort=recent'))).toEqual([three, two, one]);
    expect(order(await list('?sort=critical'))).toEqual([two, three, one]);
    expect(await list('?sort=proof')).toContain('Those that are best proved stand first.');
  });

  it('can be chosen by status and language; odd choices are as none', async () => {
    expect(order(await list('?status=dropped'))).toEqual([two]);
    expect(order(await list('?written=fr'))).toEqual([two]);
    expect(await list('?written=fr&status=finished')).toContain('No review matches this choice');
    for (const odd of ['?sort=x&status=y&written=%00&run=z&page=-1', "?written='--&page=1e9"])
      expect(order(await list(odd))).toHaveLength(3);
    expect((await visitor().get('/en/courses/none/reviews')).status).toBe(404);
  });

  it('are missed where ratings came from elsewhere without a word', async () => {
    const { id = '' } = (await stage.courses())['Rated'] ?? {};
    await sql`insert into reviews.rating (course_id, rated_on, stars, source, external_key)
      select ${id}::uuid, '2026-11-01', 4, 'alpha', n from generate_series(1, 12) n`.execute(tables(db));
    await publish(db, stage.actor(), ratingsChanged([id]));
    await stage.deliver();
    for (const path of ['/en/courses/rated', '/en/courses/rated/reviews']) {
      const { html } = await visitor().get(path);
      expect(html).toContain('12 ratings');
      expect(html).toContain('/en/courses/rated/reviews/new');
      expect(html).not.toContain('No review matches this choice');
    }
    expect((await visitor().get('/en/courses/rated/reviews')).html).toContain('No review yet');
  });

  it('come in pages, for as few statements with many as with one', async () => {
    const { id = '' } = (await stage.courses())['Many'] ?? {};
    const counted = async () => {
      const tally: StatementTally = { count: 0, milliseconds: 0 };
      await countingStatements(tally, () => visitor().get('/en/courses/many/reviews'));
      return tally.count;
    };
    await putReview(db, stage.actor(), { course_id: id, body: 'Words.' });
    const few = await counted();
    for (let at = 0; at < 44; at += 1) await putReview(db, stage.actor(), { course_id: id, body: 'Words.' });
    expect(await counted()).toBe(few);
    expect(few).toBeLessThanOrEqual(3);
    const last = (await visitor().get('/en/courses/many/reviews?page=3')).html;
    expect(order(last)).toHaveLength(5);
    expect(last).toContain('Former member');
  });
});

describe('one review', () => {
  it('stands alone with its dates, its address and a way to report it', async () => {
    const { html, status } = await visitor().get(`/en/reviews/${one}`);
    expect(status).toBe(200);
    expect(html).toContain('Awa Diop');
    expect(html).toContain(`value="http://localhost:3000/en/reviews/${one}"`);
    expect(html).toContain(`/en/reviews/${one}/report`);
    expect((await visitor().get('/en/reviews/no-such-review')).status).toBe(404);
    expect((await visitor().get('/en/reviews/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('my reviews', () => {
  it('are mine alone, with their states', async () => {
    const held = await writeThrough(awa, { ...bare, body: 'See https://spam.example' }, 'cake');
    const { html } = await awa.browser.get('/en/account/reviews');
    expect(html).toContain('Being checked');
    expect(html).toContain('Published');
    expect(html).toContain(`/en/reviews/${held}/withdraw`);
    expect(html).not.toContain(two);
    expect((await (await person()).browser.get('/en/account/reviews')).html).toContain(
      'You have not written a review yet',
    );
    expect((await visitor().get('/en/account/reviews')).path).toContain('/en/sign-in');
  });
});
