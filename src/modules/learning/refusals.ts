import { Refusal } from '../../platform/refusal.ts';

export const courseNotFound = () => new Refusal(404, 'learning.course-not-found', 'learning.refusal.course');
export const unitNotFound = () => new Refusal(404, 'learning.unit-not-found', 'learning.refusal.unit');
export const blockNotFound = () => new Refusal(404, 'learning.block-not-found', 'learning.refusal.block');
export const runNotFound = () => new Refusal(404, 'learning.run-not-found', 'learning.refusal.run');
export const enrolFirst = () => new Refusal(403, 'learning.enrol-first', 'learning.refusal.enrol-first');
export const notOpenYet = () => new Refusal(403, 'learning.not-open-yet', 'learning.refusal.not-open-yet');
export const runNotUnderWay = () => new Refusal(409, 'learning.run-over', 'learning.refusal.run-over');
export const charterUnsigned = () =>
  new Refusal(422, 'learning.charter-unsigned', 'learning.refusal.charter', { field: 'charter' });
export const cannotJoin = (why: 'cancelled' | 'closed' | 'not-yet' | 'over' | 'guest') =>
  new Refusal(409, `learning.cannot-join-${why}`, `learning.refusal.join.${why}`);
export const wrongCode = () =>
  new Refusal(422, 'learning.wrong-code', 'learning.refusal.join.code', { field: 'code' });
export const visitorsCannotJoin = () => new Refusal(401, 'learning.sign-in', 'learning.refusal.sign-in');
export const learnerNotFound = () =>
  new Refusal(404, 'learning.learner-not-found', 'learning.teach.refusal.learner');
export const partNotFound = () => new Refusal(404, 'learning.part-not-found', 'learning.teach.refusal.part');
export const ownCompletion = () => new Refusal(403, 'learning.own-completion', 'learning.teach.refusal.own');
export const nothingToGrant = () =>
  new Refusal(422, 'learning.nothing-to-grant', 'learning.teach.refusal.nothing', { field: 'until' });
export const noteNotFound = () => new Refusal(404, 'learning.note-not-found', 'learning.refusal.note');
export const noteUnreadable = () =>
  new Refusal(422, 'learning.note-unreadable', 'learning.refusal.note-text');
export const tooManyNotes = (most: number) =>
  new Refusal(409, 'learning.too-many-notes', 'learning.refusal.too-many-notes', { values: { n: most } });
export const voiceUnreadable = () =>
  new Refusal(422, 'learning.voice-unreadable', 'learning.tell.refusal.unreadable');
export const tooManyReports = (most: number) =>
  new Refusal(409, 'learning.too-many-reports', 'learning.tell.refusal.too-many', { values: { n: most } });
export const reportNotFound = () =>
  new Refusal(404, 'learning.report-not-found', 'learning.tell.refusal.report');
export const goalUnreadable = () => new Refusal(422, 'learning.goal-unreadable', 'learning.refusal.goal');
export const messageUnreadable = () =>
  new Refusal(422, 'learning.message-unreadable', 'learning.talk.refusal.unreadable');
export const tooManyMessages = (most: number) =>
  new Refusal(429, 'learning.too-many-messages', 'learning.talk.refusal.too-many', {
    values: { n: most },
    retryAfter: 3600,
    field: 'words',
  });
export const conversationFull = () =>
  new Refusal(409, 'learning.conversation-full', 'learning.talk.refusal.full', { field: 'words' });
export const conversationClosed = () =>
  new Refusal(409, 'learning.conversation-closed', 'learning.talk.refusal.closed', { field: 'words' });
export const conversationNotFound = () =>
  new Refusal(404, 'learning.conversation-not-found', 'learning.talk.refusal.not-found');
export const watchedUnreadable = () =>
  new Refusal(422, 'learning.watched-unreadable', 'learning.films.refusal.unreadable');
export const watchedTooOften = () =>
  new Refusal(429, 'learning.watched-too-often', 'learning.films.refusal.often', { retryAfter: 3600 });
