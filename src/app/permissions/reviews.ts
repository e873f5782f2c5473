import type { AccessRows } from './access.ts';

/** Who may reach which route of the module reviews. */
export const reviewsAccess: AccessRows = {};
