import type { AccessRows } from './access.ts';

/** Who may reach which route of the module insights. */
export const insightsAccess: AccessRows = {
  public: `
    GET /statistics
    GET /rankings`,
};
