import type { AccessRows } from './access.ts';

/** Who may reach which route of the module editorial. */
export const editorialAccess: AccessRows = {
  editors: `
    GET /editor`,
};
