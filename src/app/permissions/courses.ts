import type { AccessRows } from './access.ts';

/** Who may reach which route of the module courses. */
export const coursesAccess: AccessRows = {
  public: `
    GET /course-files/:course/:file/r/:rendition
    GET /course-files/:course/:file/:name
    GET /course-captions/:course/:edition/:block/:track`,
  people: `
    GET /teach/courses/:id/films
    POST /teach/courses/:id/films/uploads
    POST /teach/courses/:id/films/uploads/form
    GET /teach/courses/:id/films/uploads/:upload
    PATCH /teach/courses/:id/films/uploads/:upload
    DELETE /teach/courses/:id/films/uploads/:upload
    POST /teach/courses/:id/films/uploads/:upload/stop
    POST /teach/courses/:id/films/place/:file
    POST /teach/courses/:id/films/retry/:file
    GET /teach
    GET /teach/courses/:id
    POST /teach/courses/:id/add
    POST /teach/courses/:id/arrange
    GET /teach/courses/:id/sections/:part
    POST /teach/courses/:id/sections/:part
    GET /teach/courses/:id/units/:unit
    GET /teach/courses/:id/units/:part/settings
    POST /teach/courses/:id/units/:part/settings
    GET /teach/courses/:id/units/:unit/add/:kind
    POST /teach/courses/:id/units/:unit/add/:kind
    GET /teach/courses/:id/blocks/:block
    POST /teach/courses/:id/blocks/:block
    POST /teach/courses/:id/blocks/:block/autosave
    GET /teach/courses/:id/publish
    POST /teach/courses/:id/publish
    GET /teach/courses/:id/runs
    GET /teach/courses/:id/runs/new
    POST /teach/courses/:id/runs/new
    GET /teach/courses/:id/runs/open-to-all
    POST /teach/courses/:id/runs/open-to-all
    GET /teach/courses/:id/runs/:run
    POST /teach/courses/:id/runs/:run
    GET /teach/courses/:id/runs/:run/cancel
    POST /teach/courses/:id/runs/:run/state
    POST /teach/courses/:id/runs/:run/code
    POST /teach/courses/:id/runs/:run/invite`,
  authors: `
    GET /teach/new
    POST /teach/new`,
};
