/**
 * Every page of the application, by its route, with examples to try it on. What measures pages and what looks at them
 * in a browser both read this table; a page that does not stand in it fails.
 */
export interface PageTemplate {
  /** The route's pattern, as the application has it. */
  readonly pattern: string;
  /** Paths without language; `{name}` stands for something of the place where it is tried (see Places). */
  readonly examples: readonly [string, ...string[]];
  /** Who sees it at its fullest; `halfway` gave a password and waits for the second step. */
  readonly as: 'visitor' | 'halfway' | 'person' | 'operator';
}

/** What examples need to know of the place where they are tried. */
export interface Places {
  /** Slug of a course with prerequisites and a long text. */
  readonly course: string;
  /** Slugs of who gives that course, and where. */
  readonly provider: string;
  readonly platform: string;
  /** Secrets of links that somebody was sent. */
  readonly signUpToken: string;
  readonly signInToken: string;
  readonly resetToken: string;
  /** Ids: of a person with an account, a letter in the outbox, a source, one of its imports, a partner's key. */
  readonly person: string;
  readonly mail: string;
  readonly source: string;
  readonly import: string;
  readonly apiKey: string;
  readonly courseId: string;
}

export const pages: readonly PageTemplate[] = [
  { pattern: '/', examples: ['/'], as: 'person' },
  {
    pattern: '/courses',
    examples: [
      '/courses',
      '/courses?q=%E7%AE%A1%E7%90%86&language=zh',
      '/courses?level=beginner&cost=free',
      '/courses?q=gestion',
      '/courses?q=gestoin+de+projet',
      '/courses?q=%22gestion+de+projet%22+-agile',
      '/courses?q=zzzyx&level=beginner&language=fr',
      '/courses?q=paie&start=open&page=2',
    ],
    as: 'person',
  },
  {
    pattern: '/courses/:slug/why',
    examples: ['/courses/{course}/why?q=gestion', '/courses/{course}/why?q=gestoin', '/courses/{course}/why'],
    as: 'person',
  },
  { pattern: '/subjects', examples: ['/subjects'], as: 'person' },
  {
    pattern: '/subjects/:id',
    examples: ['/subjects/business', '/subjects/business?level=beginner'],
    as: 'person',
  },
  { pattern: '/providers', examples: ['/providers', '/providers?q=ecole'], as: 'person' },
  {
    pattern: '/providers/:slug',
    examples: ['/providers/{provider}'],
    as: 'person',
  },
  { pattern: '/platforms', examples: ['/platforms'], as: 'person' },
  {
    pattern: '/platforms/:slug',
    examples: ['/platforms/{platform}'],
    as: 'person',
  },
  { pattern: '/languages', examples: ['/languages'], as: 'person' },
  { pattern: '/languages/:tag', examples: ['/languages/fr'], as: 'person' },
  { pattern: '/ranking', examples: ['/ranking'], as: 'person' },
  { pattern: '/sources', examples: ['/sources'], as: 'person' },
  { pattern: '/api', examples: ['/api'], as: 'person' },
  { pattern: '/courses/:slug', examples: ['/courses/{course}'], as: 'person' },
  { pattern: '/sign-up', examples: ['/sign-up'], as: 'visitor' },
  { pattern: '/sign-up/confirm', examples: ['/sign-up/confirm'], as: 'visitor' },
  { pattern: '/sign-up/link', examples: ['/sign-up/link?token={signUpToken}'], as: 'visitor' },
  { pattern: '/sign-in', examples: ['/sign-in', '/sign-in?back=/account'], as: 'visitor' },
  { pattern: '/sign-in/second-step', examples: ['/sign-in/second-step'], as: 'halfway' },
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
  { pattern: '/account/addresses', examples: ['/account/addresses'], as: 'person' },
  { pattern: '/account/passkeys', examples: ['/account/passkeys'], as: 'person' },
  { pattern: '/account/two-factor', examples: ['/account/two-factor'], as: 'person' },
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
  { pattern: '/operator/mail/:id', examples: ['/operator/mail/{mail}'], as: 'operator' },
  { pattern: '/operator/sources', examples: ['/operator/sources'], as: 'operator' },
  { pattern: '/operator/sources/new', examples: ['/operator/sources/new'], as: 'operator' },
  { pattern: '/operator/sources/settings', examples: ['/operator/sources/settings'], as: 'operator' },
  { pattern: '/operator/sources/:id', examples: ['/operator/sources/{source}'], as: 'operator' },
  { pattern: '/operator/sources/:id/edit', examples: ['/operator/sources/{source}/edit'], as: 'operator' },
  { pattern: '/operator/imports/:id', examples: ['/operator/imports/{import}'], as: 'operator' },
  { pattern: '/operator/duplicates', examples: ['/operator/duplicates'], as: 'operator' },
  {
    pattern: '/operator/courses',
    examples: ['/operator/courses', '/operator/courses?q=paie'],
    as: 'operator',
  },
  { pattern: '/operator/courses/:id', examples: ['/operator/courses/{courseId}'], as: 'operator' },
  {
    pattern: '/operator/links',
    examples: ['/operator/links', '/operator/links?state=unsure'],
    as: 'operator',
  },
  {
    pattern: '/operator/imports/:id/missing',
    examples: ['/operator/imports/{import}/missing'],
    as: 'operator',
  },
  { pattern: '/operator/api-keys', examples: ['/operator/api-keys'], as: 'operator' },
  {
    pattern: '/operator/api-keys/:id/revoke',
    examples: ['/operator/api-keys/{apiKey}/revoke'],
    as: 'operator',
  },
  { pattern: '/design', examples: ['/design'], as: 'person' },
];

/** Addresses that say by their form that they answer with data: no page may hide there (the test asks them). */
const data = /^\/api\/v1\/|^\/pictures\/|\.(json|jsonl|csv|xml|atom|rss|ics|png|svg|txt|webmanifest)$/;

/** Other GET routes that answer with something else than a page. */
const otherAnswers: readonly string[] = ['/assets/*', '/healthz', '/readyz', '/sitemaps/:lang/:file'];

export const answersData = (path: string): boolean => data.test(path) || otherAnswers.includes(path);

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
  /** What its first example takes where there is one row of everything, and where there are a hundred. */
  readonly withOneRow: number;
  readonly withManyRows: number;
}

/** What is over its budget, one line each. */
export function overBudget(measures: readonly PageMeasure[]): string[] {
  return measures.flatMap((measure) => {
    const { pattern, withOneRow, withManyRows } = measure;
    const grown = (['statements', 'firstBytes', 'repeatBytes'] as const)
      .filter((what) => measure[what] > budget[what])
      .map((what) => `${pattern}: ${what} ${measure[what]}, at most ${budget[what]}`);
    return withOneRow === withManyRows
      ? grown
      : [...grown, `${pattern}: ${withOneRow} statements with one row, ${withManyRows} with many`];
  });
}

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Routes that the table does not know, and rows of the table that no route answers. */
export function unlistedRoutes(routes: readonly Route[], table = pages): string[] {
  // What every request passes through stands among the routes too, as ALL.
  const present = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const listed = new Set(table.map(({ pattern }) => pattern));
  return [
    ...[...present]
      .filter((path) => !listed.has(path) && !answersData(path))
      .map((path) => `${path}: add it to page-budgets.ts`),
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
