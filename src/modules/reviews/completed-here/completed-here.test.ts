import { expect, it } from 'vitest';
import { course } from '../../catalog/testing/catalog-stage.ts';
import { type AttestationFacts, issueAttestation } from '../../credentials/index.ts';
import { reviewsStage, type StagePerson, writeThrough } from '../testing/reviews-stage.ts';
import { storedReview } from '../testing/stored-review.queries.ts';

const stage = await reviewsStage([
  course('bread', { title: 'Bread' }),
  course('loaf', { title: 'Loaf' }),
  course('cake', { title: 'Cake' }),
]);
const idOf = async (title: string) => (await stage.courses())[title]?.id ?? '';
let count = 0;

/** Completes a course that the catalogue lists under this title. */
async function complete(person: StagePerson, listingId?: string): Promise<void> {
  const facts: AttestationFacts = {
    subject: `enrolment-${(count += 1)}`,
    personId: person.id,
    personName: person.name,
    courseId: stage.tools.ids.next(),
    ...(listingId !== undefined && { listingId }),
    courseTitle: 'Bread',
    courseLang: 'en',
    providers: [],
    completedOn: '2026-11-30',
    done: { sections: [], units: 3, questionSets: 0, works: 0 },
    competencies: [],
    identity: 'none',
    version: 1,
    coursePath: '/learn/bread',
  };
  await issueAttestation(stage.db, stage.actor(), facts);
  await stage.deliver();
}
const proofOf = async (id: string) => (await storedReview(stage.db, id))?.proof;

it('marks a review that was written before', async () => {
  const awa = await stage.person();
  const id = await writeThrough(awa);
  await complete(awa, await idOf('Cake'));
  await complete(awa);
  expect(await proofOf(id)).toBe('none');
  await complete(awa, await idOf('Bread'));
  expect(await proofOf(id)).toBe('completed-here');
  await stage.deliver(0);
  expect(await proofOf(id)).toBe('completed-here');
});

it('marks a review that is written after', async () => {
  const zoe = await stage.person();
  await complete(zoe, await idOf('Bread'));
  expect(await proofOf(await writeThrough(zoe))).toBe('completed-here');
  expect(await proofOf(await writeThrough(zoe, {}, 'cake'))).toBe('none');
  // somebody else's completion is nobody's but theirs
  expect(await proofOf(await writeThrough(await stage.person()))).toBe('none');
});

it('goes with a course that was merged into another one', async () => {
  const [before, after] = [await stage.person(), await stage.person()];
  const loaf = await idOf('Loaf');
  await complete(after, loaf);
  const moderator = await stage.person({ roles: ['moderator'] });
  await moderator.browser.post(`/en/operator/courses/${await idOf('Bread')}/merge`, {
    other: '/courses/loaf',
  });
  await stage.deliver();
  const id = await writeThrough(before);
  await complete(before, loaf);
  expect(await proofOf(id)).toBe('completed-here');
  expect(await proofOf(await writeThrough(after))).toBe('completed-here');
});
