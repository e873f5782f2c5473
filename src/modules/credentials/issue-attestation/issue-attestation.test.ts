import { expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testClock } from '../../../platform/testing/web.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { createPerson } from '../../accounts/index.ts';
import { readNumber } from '../attestation-number.ts';
import { attested } from '../testing/attested.ts';
import { eventsNamed } from '../testing/credentials.queries.ts';
import { issueAttestation } from './issue-attestation.ts';

const { db } = await testDatabase();
const clock = testClock();
const actor = systemActor('test', clock.now(), systemIds(clock));
const person = (await createPerson(db, actor, { name: 'Awa', address: 'awa@example.org', lang: 'en' })) ?? '';

it('gives a number, tells of it once, and gives the same one ever after', async () => {
  const facts = attested(person);
  const first = await issueAttestation(db, actor, facts);
  expect(first.isNew).toBe(true);
  expect(readNumber(first.number)).toBe(first.number);
  const again = await issueAttestation(db, actor, { ...facts, personName: 'Somebody else' });
  expect(again).toEqual({ number: first.number, isNew: false });
  const events = await eventsNamed(db, 'credentials.attestation-issued');
  expect(events.map(({ data }) => data)).toEqual([
    { personId: person, courseId: facts.courseId, number: first.number },
  ]);
});

it('is never issued twice, however many ask at once', async () => {
  const facts = attested(person);
  let open = () => undefined as void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  // the first one stays uncommitted until the second one waits for it
  const first = transact(db, async (inner) => {
    const issued = await issueAttestation(inner, actor, facts);
    open();
    await new Promise((resolve) => setImmediate(resolve));
    return issued;
  });
  await gate;
  const others = Array.from({ length: 3 }, () =>
    transact(db, (inner) => issueAttestation(inner, actor, facts)),
  );
  const all = await Promise.all([first, ...others]);
  expect(new Set(all.map(({ number }) => number)).size).toBe(1);
  expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
});

it('is not there when the deed that it belongs to is undone', async () => {
  const facts = attested(person);
  const undone = transact(db, async (inner) => {
    await issueAttestation(inner, actor, facts);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect((await issueAttestation(db, actor, facts)).isNew).toBe(true);
});
