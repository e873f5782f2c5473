import { Refusal } from '../../../platform/refusal.ts';

export const eventNotFound = () =>
  new Refusal(404, 'editorial.event-not-found', 'editorial.event.error.not-found');
export const eventChanged = () =>
  new Refusal(409, 'editorial.event-changed', 'editorial.event.error.changed');
export const notAnInstant = () =>
  new Refusal(422, 'editorial.event-no-instant', 'editorial.event.error.when', { field: 'day' });
export const endsBeforeStart = () =>
  new Refusal(422, 'editorial.event-ends-early', 'editorial.event.error.end', { field: 'endTime' });
export const nowhere = () =>
  new Refusal(422, 'editorial.event-nowhere', 'editorial.event.error.where', { field: 'place' });
export const tooFewSeats = (taken: number) =>
  new Refusal(422, 'editorial.event-too-few-seats', 'editorial.event.error.seats', {
    field: 'seats',
    values: { n: taken },
  });
export const eventOver = () => new Refusal(409, 'editorial.event-over', 'editorial.event.error.over');
export const registrationNotFound = () =>
  new Refusal(404, 'editorial.registration-not-found', 'editorial.event.error.no-registration');
export const tooManyRegistrations = (retryAfter: number) =>
  new Refusal(429, 'editorial.too-many-registrations', 'editorial.event.error.many', { retryAfter });
