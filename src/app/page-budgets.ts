/**
 * Every page of the application, by its route, with examples to try it on. What measures pages and what looks at them
 * in a browser both read this table; a page that does not stand in it fails.
 */
export interface PageTemplate {
  /** The route's pattern, as the application has it. */
  readonly pattern: string;
  /** Paths without language; `{name}` stands for something of the place where it is tried (see Places). */
  readonly examples: readonly [string, ...string[]];
  /** Where the first address can only be found by following a link: the page that has it, and what it looks like. */
  readonly linkedFrom?: { readonly page: string; readonly link: RegExp };
  /** Who sees it at its fullest. */
  readonly as: 'visitor' | 'person' | 'operator';
}

/** What examples need to know of the place where they are tried. */
export interface Places {
  /** Slug of a course with prerequisites and a long text. */
  readonly course: string;
  /** Secrets of links that somebody was sent. */
  readonly signUpToken: string;
  readonly signInToken: string;
  readonly resetToken: string;
  /** Id of a person with an account. */
  readonly person: string;
}

export const pages: readonly PageTemplate[] = [
  { pattern: '/', examples: ['/'], as: 'person' },
  {
    pattern: '/courses',
    examples: [
      '/courses',
      '/courses?q=gestion&language=fr',
      '/courses?q=gestoin',
      '/courses?level=beginner&cost=free',
    ],
    as: 'person',
  },
  { pattern: '/courses/:slug/why', examples: ['/courses/{course}/why?q=gestion'], as: 'visitor' },
  { pattern: '/ranking', examples: ['/ranking'], as: 'visitor' },
  { pattern: '/courses/:slug', examples: ['/courses/{course}'], as: 'person' },
  { pattern: '/sign-up', examples: ['/sign-up'], as: 'visitor' },
  { pattern: '/sign-up/confirm', examples: ['/sign-up/confirm'], as: 'visitor' },
  { pattern: '/sign-up/link', examples: ['/sign-up/link?token={signUpToken}'], as: 'visitor' },
  { pattern: '/sign-in', examples: ['/sign-in', '/sign-in?back=/account'], as: 'visitor' },
  { pattern: '/sign-in/link', examples: ['/sign-in/link'], as: 'visitor' },
  { pattern: '/sign-in/link/open', examples: ['/sign-in/link/open?token={signInToken}'], as: 'visitor' },
  { pattern: '/reset-password', examples: ['/reset-password'], as: 'visitor' },
  {
    pattern: '/reset-password/choose',
    examples: ['/reset-password/choose?token={resetToken}'],
    as: 'visitor',
  },
  { pattern: '/account', examples: ['/account'], as: 'operator' },
  { pattern: '/account/details', examples: ['/account/details'], as: 'person' },
  { pattern: '/account/password', examples: ['/account/password'], as: 'person' },
  { pattern: '/account/sessions', examples: ['/account/sessions'], as: 'person' },
  { pattern: '/account/confirm', examples: ['/account/confirm?back=/account/password'], as: 'person' },
  { pattern: '/account/export', examples: ['/account/export'], as: 'person' },
  { pattern: '/account/erasure', examples: ['/account/erasure'], as: 'person' },
  { pattern: '/operator', examples: ['/operator'], as: 'operator' },
  {
    pattern: '/operator/people',
    examples: ['/operator/people', '/operator/people?q=a&role=operator'],
    as: 'operator',
  },
  { pattern: '/operator/people/:id', examples: ['/operator/people/{person}'], as: 'operator' },
  { pattern: '/operator/audit', examples: ['/operator/audit'], as: 'operator' },
  { pattern: '/operator/mail', examples: ['/operator/mail'], as: 'operator' },
  {
    pattern: '/operator/mail/:id',
    examples: ['/operator/mail/:id'],
    linkedFrom: { page: '/fr/operator/mail', link: /(?<=href="\/fr)\/operator\/mail\/[0-9a-f-]{36}/ },
    as: 'operator',
  },
  { pattern: '/design', examples: ['/design'], as: 'visitor' },
];

/** GET routes that answer with something else than a page. */
export const otherAnswers: readonly string[] = [
  '/assets/*',
  '/healthz',
  '/readyz',
  '/speculation.json',
  '/icon.svg',
  '/apple-touch-icon.png',
  '/icon-192.png',
  '/icon-512.png',
  '/site.webmanifest',
  '/robots.txt',
  '/sitemap.xml',
  '/sitemaps/:lang/:file',
  '/courses.atom',
  '/courses.rss',
  '/courses.ics',
  '/courses/:slug/runs.ics',
  '/courses/:slug/picture.png',
  '/api/v1/courses',
  '/api/v1/courses/:course',
  '/api/v1/runs',
  '/api/v1/subjects',
  '/api/v1/providers',
  '/api/v1/platforms',
  '/api/v1/changes',
  '/api/v1/exports/courses.moochub.json',
  '/api/v1/exports/courses.lheo.xml',
  '/api/v1/exports/courses.csv',
  '/api/v1/exports/courses.jsonl',
  '/api/v1/openapi.json',
  '/account/export/data.json',
];

export interface Budget {
  /** SQL statements, the session's included. */
  readonly statements: number;
  /** Page, styles, script and font, compressed; no pictures. */
  readonly firstBytes: number;
  /** The page alone, compressed. */
  readonly repeatBytes: number;
}

const budget: Budget = { statements: 6, firstBytes: 60 * 1024, repeatBytes: 15 * 1024 };

/** What one page took, at its worst over languages and examples. */
export interface PageMeasure extends Budget {
  readonly pattern: string;
  /** What the same page takes where there is one row of everything. */
  readonly statementsWithOneRow: number;
}

/** What is over its budget, one line each. */
export function overBudget(measures: readonly PageMeasure[]): string[] {
  return measures.flatMap((measure) => {
    const { pattern, statements, statementsWithOneRow } = measure;
    const grown = (['statements', 'firstBytes', 'repeatBytes'] as const)
      .filter((what) => measure[what] > budget[what])
      .map((what) => `${pattern}: ${what} ${measure[what]}, at most ${budget[what]}`);
    return statementsWithOneRow === statements
      ? grown
      : [...grown, `${pattern}: ${statementsWithOneRow} statements with one row, ${statements} with many`];
  });
}

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Routes that the table does not know, and rows of the table that no route answers. */
export function unlistedRoutes(routes: readonly Route[], table = pages, others = otherAnswers): string[] {
  // What every request passes through stands among the routes too, as ALL.
  const present = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const listed = new Set([...table.map(({ pattern }) => pattern), ...others]);
  return [
    ...[...present].filter((path) => !listed.has(path)).map((path) => `${path}: add it to page-budgets.ts`),
    ...[...listed].filter((path) => !present.has(path)).map((path) => `${path}: there is no such route`),
  ];
}

/** An example's path in one place. */
export const fillExample = (example: string, places: Places): string =>
  example.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = places[name as keyof Places];
    if (value === undefined) throw new Error(`${example}: nobody says what {${name}} is`);
    return value;
  });
