import { Refusal } from '../../platform/refusal.ts';

export const attemptsUsed = () =>
  new Refusal(409, 'assessment.attempts-used', 'assessment.refusal.attempts-used');
/** Sent from a page that shows an attempt which was finished elsewhere in the meantime. */
export const attemptOver = () =>
  new Refusal(409, 'assessment.attempt-over', 'assessment.refusal.attempt-over');
export const notStarted = () => new Refusal(409, 'assessment.not-started', 'assessment.refusal.not-started');
export const tooBusy = () => new Refusal(409, 'assessment.too-busy', 'assessment.refusal.too-busy');
export const notSignedIn = () =>
  new Refusal(401, 'assessment.not-signed-in', 'assessment.refusal.not-signed-in');
export const choiceMissing = () =>
  new Refusal(422, 'assessment.choice-missing', 'assessment.refusal.choice-missing', { field: 'poll' });
export const choicesMissing = (n: number) =>
  new Refusal(422, 'assessment.choices-missing', 'assessment.refusal.choices-missing', {
    field: 'survey',
    values: { n },
  });
export const nothingHandedIn = (takes: 'text' | 'files' | 'both') =>
  new Refusal(422, 'assessment.nothing-handed-in', `assessment.refusal.nothing-handed-in.${takes}`, {
    field: 'work',
  });
export const fileTooLarge = (megabytes: number) =>
  new Refusal(422, 'assessment.file-too-large', 'assessment.refusal.file-too-large', {
    field: 'work',
    values: { n: megabytes },
  });
export const wrongEnding = (name: string, endings: string) =>
  new Refusal(422, 'assessment.wrong-ending', 'assessment.refusal.wrong-ending', {
    field: 'work',
    values: { name, endings },
  });
export const alreadyAccepted = () =>
  new Refusal(409, 'assessment.already-accepted', 'assessment.refusal.already-accepted');
export const courseNotFound = () =>
  new Refusal(404, 'assessment.course-not-found', 'assessment.refusal.course-not-found');
export const workNotFound = () =>
  new Refusal(404, 'assessment.work-not-found', 'assessment.refusal.work-not-found');
export const workReplaced = () =>
  new Refusal(409, 'assessment.work-replaced', 'assessment.refusal.work-replaced');
export const ownWork = () => new Refusal(403, 'assessment.own-work', 'assessment.refusal.own-work');
export const assessedMeanwhile = () =>
  new Refusal(409, 'assessment.assessed-meanwhile', 'assessment.refusal.assessed-meanwhile', {
    field: 'comment',
  });
export const levelsMissing = () =>
  new Refusal(422, 'assessment.levels-missing', 'assessment.refusal.levels-missing', { field: 'levels' });
export const pointsOutside = (most: number) =>
  new Refusal(422, 'assessment.points-outside', 'assessment.refusal.points-outside', {
    field: 'points',
    values: { most },
  });
export const commentMissing = () =>
  new Refusal(422, 'assessment.comment-missing', 'assessment.refusal.comment-missing', { field: 'comment' });
