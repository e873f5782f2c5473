import type { MessageKey } from '../../../../platform/i18n/messages.ts';

interface ApiProblem {
  readonly status: number;
  /** The problem's title, and the end of its type. */
  readonly code: string;
  readonly says: MessageKey;
}

/** Every problem that the API answers with, in the order of their numbers. */
export const apiProblems: readonly ApiProblem[] = [
  { status: 400, code: 'api.bad-parameter', says: 'catalog.api.answer.bad-request' },
  { status: 400, code: 'api.bad-cursor', says: 'catalog.api.refusal.bad-cursor' },
  { status: 401, code: 'api.key-unknown', says: 'catalog.api.refusal.key-unknown' },
  { status: 404, code: 'catalog.course-not-found', says: 'catalog.refusal.course-not-found' },
  { status: 410, code: 'api.cursor-too-old', says: 'catalog.api.refusal.cursor-too-old' },
  { status: 429, code: 'api.too-many-requests', says: 'catalog.api.answer.too-many' },
];
