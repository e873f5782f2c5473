import type { AccessRows } from './access.ts';

/** Who may reach which route of the module editorial. */
export const editorialAccess: AccessRows = {
  public: `
    GET /events
    GET /events.ics
    GET /events/seat
    POST /events/seat
    GET /events/:slug
    POST /events/:slug
    GET /events/:slug/event.ics
    GET /news
    GET /news.atom
    GET /news.rss
    GET /news/elsewhere
    GET /news/:slug
    GET /news/:slug/share
    GET /pictures/news/:id/:file`,
  editors: `
    GET /editor/events
    GET /editor/events/new
    GET /editor/events/:id
    POST /editor/events/:id
    GET /editor/events/:id/cancel
    POST /editor/events/:id/cancel
    POST /editor/events/:id/publish
    POST /editor/events/:id/report
    GET /editor/events/:id/guests.csv
    GET /editor
    POST /editor/articles
    GET /editor/articles/:id
    POST /editor/articles/:id
    POST /editor/articles/:id/autosave
    POST /editor/articles/:id/settings
    POST /editor/articles/:id/publish
    POST /editor/articles/:id/schedule
    POST /editor/articles/:id/unschedule
    POST /editor/articles/:id/archive
    POST /editor/articles/:id/reopen
    GET /editor/articles/:id/preview
    GET /editor/articles/:id/history
    GET /editor/articles/:id/history/:number
    POST /editor/articles/:id/history/:number/restore
    POST /editor/pictures
    GET /editor/feeds
    POST /editor/feeds
    GET /editor/feeds/:id
    POST /editor/feeds/:id
    POST /editor/feeds/:id/read
    POST /editor/feeds/:id/remove
    POST /editor/feeds/:id/items/:item/hide
    POST /editor/feeds/:id/items/:item/show
    GET /editor/labels
    POST /editor/labels
    POST /editor/labels/:id/remove`,
};
