/**
 * Who may reach what, written by hand: every route of the application stands here once, and a test executes all of them
 * as every kind of visitor. A new route without a row fails.
 */
export type Access =
  /** Open to everybody: nothing here is anybody's own. */
  | 'public'
  /** Signed-in people; each sees and changes what is their own. */
  | 'people'
  /** Operators and moderators. */
  | 'moderators'
  /** Operators. */
  | 'operators';

export const personas = ['visitor', 'blocked', 'learner', 'moderator', 'operator'] as const;
export type Persona = (typeof personas)[number];

/** `reached`: the route answers for itself. `sign-in`: sent to sign in first. `refused`: not for this person. */
export type Outcome = 'reached' | 'sign-in' | 'refused';

const outsider = { visitor: 'sign-in', blocked: 'sign-in' } as const;

export const expected: Readonly<Record<Access, Readonly<Record<Persona, Outcome>>>> = {
  public: {
    visitor: 'reached',
    blocked: 'reached',
    learner: 'reached',
    moderator: 'reached',
    operator: 'reached',
  },
  people: { ...outsider, learner: 'reached', moderator: 'reached', operator: 'reached' },
  moderators: { ...outsider, learner: 'refused', moderator: 'reached', operator: 'reached' },
  operators: { ...outsider, learner: 'refused', moderator: 'refused', operator: 'reached' },
};

const rows: Readonly<Record<Access, string>> = {
  public: `
    GET /assets/*
    GET /healthz
    GET /readyz
    GET /speculation.json
    GET /site.webmanifest
    GET /apple-touch-icon.png
    GET /icon-192.png
    GET /icon-512.png
    GET /icon.svg
    GET /pictures/:key/:file
    GET /robots.txt
    GET /sitemap.xml
    GET /sitemaps/:lang/:file
    POST /theme
    GET /
    GET /design
    GET /courses
    GET /courses.atom
    GET /courses.rss
    GET /courses.ics
    GET /courses/:slug
    GET /courses/:slug/why
    GET /courses/:slug/runs.ics
    GET /courses/:slug/picture.png
    GET /subjects
    GET /subjects/:id
    GET /languages
    GET /languages/:tag
    GET /providers
    GET /providers/:slug
    GET /platforms
    GET /platforms/:slug
    GET /ranking
    GET /sources
    GET /api
    GET /api/v1/courses
    GET /api/v1/courses/:course
    GET /api/v1/runs
    GET /api/v1/subjects
    GET /api/v1/providers
    GET /api/v1/platforms
    GET /api/v1/changes
    GET /api/v1/exports/courses.moochub.json
    GET /api/v1/exports/courses.lheo.xml
    GET /api/v1/exports/courses.csv
    GET /api/v1/exports/courses.jsonl
    GET /api/v1/openapi.json
    GET /sign-up
    POST /sign-up
    GET /sign-up/link
    POST /sign-up/link
    GET /sign-up/confirm
    POST /sign-up/confirm
    POST /sign-up/again
    GET /sign-in
    POST /sign-in
    POST /sign-out
    GET /sign-in/link
    POST /sign-in/link
    GET /sign-in/link/open
    POST /sign-in/link/open
    POST /sign-in/passkey/options
    POST /sign-in/passkey
    GET /reset-password
    POST /reset-password
    GET /reset-password/choose
    POST /reset-password/choose`,
  people: `
    GET /account
    GET /account/details
    POST /account/details
    GET /account/addresses
    POST /account/addresses
    POST /account/addresses/confirm
    POST /account/addresses/:id/primary
    POST /account/addresses/:id/remove
    GET /account/passkeys
    POST /account/passkeys/options
    POST /account/passkeys
    POST /account/passkeys/:id/remove
    GET /account/two-factor
    POST /account/two-factor/begin
    POST /account/two-factor/confirm
    POST /account/two-factor/recovery-codes
    POST /account/two-factor/off
    GET /account/confirm
    POST /account/confirm
    POST /account/confirm/link
    GET /account/password
    POST /account/password
    GET /account/sessions
    POST /account/sessions/end-all
    POST /account/sessions/:id/end
    GET /account/export
    GET /account/export/data.json
    GET /account/erasure
    POST /account/erasure`,
  moderators: `
    GET /operator
    GET /operator/links
    GET /operator/duplicates
    POST /operator/duplicates/:id
    POST /operator/merges/:id/split
    GET /operator/courses
    GET /operator/courses/:id
    POST /operator/courses/:id
    POST /operator/courses/:id/withdraw
    POST /operator/courses/:id/merge`,
  operators: `
    GET /operator/people
    GET /operator/people/:id
    POST /operator/people/:id/roles
    POST /operator/people/:id/block
    POST /operator/people/:id/unblock
    GET /operator/audit
    GET /operator/mail
    GET /operator/mail/:id
    GET /operator/sources
    POST /operator/sources
    GET /operator/sources/new
    GET /operator/sources/settings
    POST /operator/sources/settings
    GET /operator/sources/:id
    GET /operator/sources/:id/edit
    POST /operator/sources/:id/edit
    POST /operator/sources/:id/import
    POST /operator/sources/:id/pause
    POST /operator/sources/:id/resume
    POST /operator/sources/:id/file
    GET /operator/imports/:id
    GET /operator/imports/:id/missing
    GET /operator/imports/:id/report.json
    POST /operator/imports/:id/decide
    GET /operator/api-keys
    POST /operator/api-keys
    GET /operator/api-keys/:id/revoke
    POST /operator/api-keys/:id/revoke`,
};

/**
 * Routes that lead back to the sign-in page by themselves, for everybody who did not come from it: they cannot tell
 * more than that.
 */
export const halfway: readonly string[] = ['GET /sign-in/second-step', 'POST /sign-in/second-step'];

export interface MatrixRow {
  /** "POST /account/details" */
  readonly route: string;
  readonly access: Access;
}

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

export const permissionMatrix: readonly MatrixRow[] = (
  ['public', 'people', 'moderators', 'operators'] as const
).flatMap((access) => linesOf(rows[access]).map((route) => ({ route, access })));

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Routes without a row, rows without a route, and rows that stand there twice. */
export function matrixFaults(routes: readonly Route[], matrix = permissionMatrix): string[] {
  // What every request passes through stands among the routes too, as ALL.
  const present = new Set(
    routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  );
  const listed = [...matrix.map(({ route }) => route), ...halfway];
  return [
    ...[...present]
      .filter((route) => !listed.includes(route))
      .map((route) => `${route}: who may? add it to permission-matrix.ts`),
    ...listed.filter((route) => !present.has(route)).map((route) => `${route}: there is no such route`),
    ...listed.filter((route, at) => listed.indexOf(route) !== at).map((route) => `${route}: stands twice`),
  ];
}
