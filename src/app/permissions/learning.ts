import type { AccessRows } from './access.ts';

/** Who may reach which route of the module learning. */
export const learningAccess: AccessRows = {
  public: `
    GET /learn/-/stop-letters
    POST /learn/-/stop-letters
    GET /learn/:slug
    GET /learn/:slug/:unit
    POST /learn/:slug/:unit/text-only
    GET /learn/-/stop-reminders
    POST /learn/-/stop-reminders`,
  people: `
    GET /learn
    POST /learn/-/goal
    POST /learn/:slug/-/join
    GET /learn/:slug/-/leave
    POST /learn/:slug/-/leave
    POST /learn/:slug/-/told
    GET /learn/:slug/-/notes
    GET /learn/:slug/-/notes.md
    POST /learn/:slug/-/notes/:note
    POST /learn/:slug/-/notes/:note/remove
    POST /learn/:slug/:unit/notes
    POST /learn/:slug/:unit/bookmark
    POST /learn/:slug/:unit/done
    POST /learn/:slug/:unit/visit
    GET /learn/:slug/:unit/:block/package
    POST /learn/:slug/:unit/:block/package
    POST /learn/:slug/:unit/:block/done
    POST /learn/:slug/:unit/rating
    POST /learn/:slug/:unit/fault
    GET /learn/:slug/-/conversation
    POST /learn/:slug/-/conversation
    POST /learn/:slug/-/conversation/read
    POST /learn/:slug/-/conversation/:message/remove
    GET /teach/courses/:id/conversations
    GET /teach/courses/:id/conversations/:enrolment
    POST /teach/courses/:id/conversations/:enrolment
    POST /teach/courses/:id/conversations/:enrolment/state
    GET /teach/courses/:id/to-do
    POST /teach/courses/:id/to-do/:report
    GET /teach/runs/:run
    GET /teach/runs/:run/announcements
    POST /teach/runs/:run/announcements
    GET /teach/runs/:run/people
    GET /teach/runs/:run/people.csv
    GET /teach/runs/:run/people/:enrolment
    POST /teach/runs/:run/people/:enrolment/extension
    POST /teach/runs/:run/people/:enrolment/extension/end
    POST /teach/runs/:run/people/:enrolment/hand
    POST /learn/:slug/:unit/:block/answers
    POST /learn/:slug/:unit/:block/vote
    POST /learn/:slug/:unit/:block/work
    POST /learn/:slug/:unit/:block/judgement`,
};
