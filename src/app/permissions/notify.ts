import type { AccessRows } from './access.ts';

/** Who may reach which route of the module notify; whoever holds the secret of a letter sees what it opens. */
export const notifyAccess: AccessRows = {
  public: `
    GET /following
    POST /following/link
    GET /following/confirm
    POST /following/confirm
    GET /following/stop
    POST /following/stop
    POST /following/resume
    POST /following/forget
    GET /following/topics/:id
    POST /following/topics/:id
    POST /following/topics/:id/end
    GET /following/push-key.json
    GET /push-worker.js`,
  people: `
    GET /account/news
    POST /account/news/read
    GET /account/following
    GET /account/following/topics/:id
    POST /account/following/topics/:id
    POST /account/following/topics/:id/end
    POST /account/following/resume
    POST /account/following/forget`,
};
