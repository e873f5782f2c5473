import { expect, it } from 'vitest';
import { reviewsStage } from '../testing/reviews-stage.ts';

const stage = await reviewsStage();

it.each([
  ['a broken form', 'multipart/form-data; boundary=x', 'no parts', 400],
  ['a flood', 'application/x-www-form-urlencoded', `stars=5&body=${'x'.repeat(3_000_000)}`, 413],
])('%s is refused of somebody who is signed out', async (_what, type, body, status) => {
  const address = 'http://localhost:3000/en/courses/bread/reviews/new';
  const answer = await stage.app.request(address, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });
  expect(answer.status).toBe(status);
});
