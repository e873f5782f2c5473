import { Refusal } from '../../platform/refusal.ts';

export const courseNotFound = () =>
  new Refusal(404, 'catalog.course-not-found', 'catalog.refusal.course-not-found');
export const importRunning = () =>
  new Refusal(409, 'catalog.import-running', 'catalog.refusal.import-running');
export const operatorsOnly = () =>
  new Refusal(403, 'catalog.operators-only', 'catalog.refusal.operators-only');
/** Whoever may not see a page is told that there is none. */
export const hidden = () => new Refusal(404, 'http.not-found', 'ui.error.notFound.text');
export const questionAnswered = () =>
  new Refusal(409, 'catalog.question-answered', 'catalog.refusal.question-answered');
/** `whyNot`: why a search cannot be followed. */
export const cannotFollowSearch = (whyNot: 'too-wide' | 'no-words' | 'too-long') =>
  new Refusal(422, `catalog.search-${whyNot}`, `catalog.saved.${whyNot}-text`);
export const cannotMerge = () => new Refusal(409, 'catalog.cannot-merge', 'catalog.refusal.cannot-merge');
export const cannotMergeSample = () =>
  new Refusal(409, 'catalog.cannot-merge-sample', 'catalog.refusal.cannot-merge-sample');
export const splitAlready = () => new Refusal(409, 'catalog.split-already', 'catalog.refusal.split-already');
