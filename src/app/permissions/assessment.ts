import type { AccessRows } from './access.ts';

/** Who may reach which route of the module assessment; strangers to a course get 404. */
export const assessmentAccess: AccessRows = {
  people: `
    GET /teach/courses/:id/work
    GET /teach/courses/:id/work/:work
    POST /teach/courses/:id/work/:work
    GET /work-files/:work/:place
    GET /teach/courses/:id/questions`,
};
