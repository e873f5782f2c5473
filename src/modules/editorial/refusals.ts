import { Refusal } from '../../platform/refusal.ts';

export const editorsOnly = () => new Refusal(403, 'editorial.not-editor', 'editorial.refusal.not-editor');

export const articleNotFound = () =>
  new Refusal(404, 'editorial.article-not-found', 'editorial.refusal.article-not-found');

/** Somebody else (or another window) was faster. */
export const articleChanged = () =>
  new Refusal(409, 'editorial.article-changed', 'editorial.refusal.article-changed');

/** The article is in another state than the deed starts from. */
export const notInThisState = () =>
  new Refusal(409, 'editorial.other-state', 'editorial.refusal.other-state');

/** Readers saw it once, and the editors took it back. */
export const articleGone = () => new Refusal(410, 'editorial.article-gone', 'editorial.refusal.article-gone');
