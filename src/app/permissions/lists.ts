import type { AccessRows } from './access.ts';

/** Who may reach which route of the module lists. */
export const listsAccess: AccessRows = {
  public: `
    GET /lists
    GET /lists/mine
    GET /lists/add
    POST /lists/add
    POST /lists/kept/remove
    GET /lists/shared/:token
    GET /lists/plans/:token/plan.ics
    GET /lists/:slug
    GET /lists/:slug/courses.atom
    GET /embed/list/:slug
    GET /lists/:slug/follow
    POST /lists/:slug/follow
    GET /lists/:slug/report
    POST /lists/:slug/report`,
  people: `
    GET /lists/take-over
    POST /lists/take-over
    GET /lists/new
    POST /lists/new
    GET /lists/mine/:id
    GET /lists/mine/:id/edit
    POST /lists/mine/:id/edit
    GET /lists/mine/:id/delete
    POST /lists/mine/:id/delete
    POST /lists/mine/:id/add
    POST /lists/mine/:id/items/:item/move
    POST /lists/mine/:id/items/:item/note
    POST /lists/mine/:id/items/:item/remove
    POST /lists/mine/:id/items/:item/put-back
    GET /lists/mine/:id/plan
    POST /lists/mine/:id/plan
    POST /lists/mine/:id/plan/lay-out
    POST /lists/mine/:id/plan/calendar
    GET /lists/mine/:id/plan.ics
    GET /lists/mine/:id/share
    POST /lists/mine/:id/share
    POST /lists/mine/:id/share/renew
    GET /lists/:slug/copy
    POST /lists/:slug/copy`,
  moderators: `
    GET /operator/lists
    POST /operator/lists/:id`,
  editors: `
    GET /editor/lists
    POST /editor/lists/:id`,
};
