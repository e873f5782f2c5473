import type { AccessRows } from './access.ts';

/** Who may reach which route of the module lists. */
export const listsAccess: AccessRows = {};
