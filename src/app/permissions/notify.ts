import type { AccessRows } from './access.ts';

/** Who may reach which route of the module notify. */
export const notifyAccess: AccessRows = {};
