import { expect, it } from 'vitest';
import { testApp } from '../../../platform/testing/web.ts';
import { eventStage } from '../testing/event-stage.ts';
import { type EventOccasion, eventOccasions } from './event-occasions.ts';

const stage = await eventStage();

it('an event stands on its day on the clock of its place, in its language, until it is cancelled', async () => {
  const id = await stage.hold({ day: '2027-01-01', time: '01:00', endTime: '02:00', zone: 'Asia/Tokyo' });
  let span = { from: '2027-01-01', to: '2027-01-01' } as Parameters<typeof eventOccasions>[1];
  const seen: (readonly EventOccasion[])[] = [];
  const app = testApp(stage.tools, (each) =>
    each.get('/asked', async (c) => {
      seen.push(await eventOccasions(c, span));
      return c.text('');
    }),
  );
  const ask = async (next: typeof span) => {
    span = next;
    await app.request('http://localhost:3000/en/asked');
    return seen.at(-1)?.map(({ day, facts }) => [day, ...facts]);
  };
  // in UTC it is still the year before
  expect(await ask({ from: '2027-01-01', to: '2027-01-01' })).toEqual([
    ['2027-01-01', 'Event', 'Room 2', '01:00'],
  ]);
  expect(await ask({ from: '2026-12-01', to: '2026-12-31' })).toEqual([]);
  expect(await ask({ from: '2027-01-01', to: '2027-01-31', language: 'en' })).toHaveLength(1);
  expect(await ask({ from: '2027-01-01', to: '2027-01-31', language: 'fr' })).toEqual([]);
  await stage.editor().post(`/en/editor/events/${id}/cancel`);
  expect(await ask({ from: '2027-01-01', to: '2027-01-31' })).toEqual([]);
});
