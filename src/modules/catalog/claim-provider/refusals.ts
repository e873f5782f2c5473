import { Refusal } from '../../../platform/refusal.ts';

export const providerNotFound = () =>
  new Refusal(404, 'catalog.provider-not-found', 'catalog.claim.error.provider');
/** Nobody is told by a link whether a desk exists: it is the page of others. */
export const notYourProvider = () => new Refusal(404, 'catalog.not-your-provider', 'ui.error.notFound.text');
export const noteNeeded = () =>
  new Refusal(422, 'catalog.claim-needs-note', 'catalog.claim.error.note', { field: 'note' });
export const ownClaim = () => new Refusal(403, 'catalog.own-claim', 'catalog.claim.error.own');
export const otherDomain = () =>
  new Refusal(422, 'catalog.desk-other-domain', 'catalog.desk.error.domain', { field: 'url' });
export const claimDecided = () => new Refusal(409, 'catalog.claim-decided', 'catalog.claim.error.decided');
