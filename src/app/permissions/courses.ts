import type { AccessRows } from './access.ts';

/** Who may reach which route of the module courses. */
export const coursesAccess: AccessRows = {
  public: `
    GET /course-files/:course/:file/r/:rendition
    GET /course-files/:course/:file/:name
    GET /course-captions/:course/:edition/:block/:track`,
};
