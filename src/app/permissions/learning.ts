import type { AccessRows } from './access.ts';

/** Who may reach which route of the module learning. */
export const learningAccess: AccessRows = {
  public: `
    GET /learn/-/stop-letters
    POST /learn/-/stop-letters
    GET /learn/:slug
    GET /learn/:slug/:unit`,
  people: `
    GET /learn
    POST /learn/:slug/-/join
    POST /learn/:slug/:unit/done
    POST /learn/:slug/:unit/visit
    GET /learn/:slug/:unit/:block/package
    POST /learn/:slug/:unit/:block/package
    POST /learn/:slug/:unit/:block/done
    GET /teach/runs/:run
    GET /teach/runs/:run/announcements
    POST /teach/runs/:run/announcements
    GET /teach/runs/:run/people
    GET /teach/runs/:run/people.csv
    GET /teach/runs/:run/people/:enrolment
    POST /teach/runs/:run/people/:enrolment/extension
    POST /teach/runs/:run/people/:enrolment/extension/end
    POST /teach/runs/:run/people/:enrolment/hand`,
};
