import { describe, expect, it } from 'vitest';
import { reviewsStage, writeThrough } from '../testing/reviews-stage.ts';
import { countOf } from '../testing/stage.queries.ts';
import { storedReview } from '../testing/stored-review.queries.ts';

const stage = await reviewsStage();
const { db, person } = stage;
const author = await person();
const id = await writeThrough(author, { body: 'Flour and water.' });
const path = `/en/reviews/${id}/helpful`;
const counted = async () => (await storedReview(db, id))?.helpful_count;

describe('a helpful vote', () => {
  it('is given and taken back by a button, and comes back to where it was pressed', async () => {
    const { browser } = await person();
    const given = await browser.post(path, { helpful: 'yes', back: '/courses/bread/reviews?sort=recent' });
    expect(given.path).toBe('/en/courses/bread/reviews?sort=recent');
    expect(given.html).toMatch(/aria-pressed="true"[^>]*>.*Helpful \(1\)/s);
    await browser.post(path, { helpful: 'yes' });
    expect(await counted()).toBe(1);
    await browser.post(path, { helpful: 'no' });
    await browser.post(path, { helpful: 'no' });
    expect(await counted()).toBe(0);
  });

  it('counts once a person, however often and however many at once', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => person()));
    await Promise.all(
      people.flatMap(({ browser }) => [1, 2, 3].map(() => browser.post(path, { helpful: 'yes' }))),
    );
    expect(await counted()).toBe(4);
    expect(await countOf(db, 'reviews.helpful_vote')).toBe(4);
    await Promise.all(
      people.flatMap(({ browser }) => [1, 2].map(() => browser.post(path, { helpful: 'no' }))),
    );
    expect(await counted()).toBe(0);
  });

  it('is not given to one’s own review, nor by nobody, nor to what nobody sees', async () => {
    expect((await author.browser.post(path, {})).status).toBe(403);
    expect((await stage.visitor().post(path, {})).status).toBe(401);
    const held = await writeThrough(await person(), { body: 'See https://spam.example' });
    const { browser } = await person();
    expect((await browser.post(`/en/reviews/${held}/helpful`, {})).status).toBe(404);
    expect((await browser.post('/en/reviews/no-id/helpful', {})).status).toBe(404);
    expect(await counted()).toBe(0);
  });

  it('leads nowhere else than into this site', async () => {
    const { browser } = await person();
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      expect((await browser.sendForm(path, { back })).headers.get('location')).toBe(
        `/en/reviews/${id}#review-${id}`,
      );
  });

  it('is given some times in ten minutes', async () => {
    const { browser } = await person();
    let last = 0;
    for (let at = 0; at <= 120; at += 1)
      last = (await browser.sendForm(path, { helpful: at % 2 ? 'no' : 'yes' })).status;
    expect(last).toBe(429);
  });
});
