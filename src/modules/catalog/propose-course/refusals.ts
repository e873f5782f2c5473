import { Refusal } from '../../../platform/refusal.ts';

export const addressNotPublic = () =>
  new Refusal(422, 'catalog.proposal-address', 'catalog.propose.error.address', { field: 'url' });
export const tooManyProposals = (retryAfter: number) =>
  new Refusal(429, 'catalog.too-many-proposals', 'catalog.propose.error.many', { retryAfter });
export const proposalNotFound = () =>
  new Refusal(404, 'catalog.proposal-not-found', 'catalog.propose.error.not-found');
export const proposalDecided = () =>
  new Refusal(409, 'catalog.proposal-decided', 'catalog.propose.error.decided');
export const proposalNamesNothing = (field: 'title' | 'platform') =>
  new Refusal(422, `catalog.proposal-no-${field}`, `catalog.propose.error.${field}`, { field });
