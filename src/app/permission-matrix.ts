import { type Access, type AccessRows } from './permissions/access.ts';
import { accountsAccess } from './permissions/accounts.ts';
import { appAccess } from './permissions/app.ts';
import { assessmentAccess } from './permissions/assessment.ts';
import { catalogAccess } from './permissions/catalog.ts';
import { coursesAccess } from './permissions/courses.ts';
import { credentialsAccess } from './permissions/credentials.ts';
import { editorialAccess } from './permissions/editorial.ts';
import { insightsAccess } from './permissions/insights.ts';
import { learningAccess } from './permissions/learning.ts';
import { listsAccess } from './permissions/lists.ts';
import { notifyAccess } from './permissions/notify.ts';
import { reviewsAccess } from './permissions/reviews.ts';

export type { Access } from './permissions/access.ts';

/**
 * Who may reach what, written by hand: every route of the application stands once in permissions/, and a test executes all of them
 * as every kind of visitor. A new route without a row fails.
 */
export const personas = [
  'visitor',
  'blocked',
  'learner',
  'moderator',
  'editor',
  'author',
  'operator',
] as const;
export type Persona = (typeof personas)[number];

/** `reached`: the route answers for itself. `sign-in`: sent to sign in first. `refused`: not for this person. */
export type Outcome = 'reached' | 'sign-in' | 'refused';

const outsider = { visitor: 'sign-in', blocked: 'sign-in' } as const;

/** What only operators may. */
const refusing = {
  ...outsider,
  learner: 'refused',
  moderator: 'refused',
  editor: 'refused',
  author: 'refused',
  operator: 'reached',
} as const;

export const expected: Readonly<Record<Access, Readonly<Record<Persona, Outcome>>>> = {
  public: {
    visitor: 'reached',
    blocked: 'reached',
    learner: 'reached',
    moderator: 'reached',
    editor: 'reached',
    author: 'reached',
    operator: 'reached',
  },
  people: {
    ...outsider,
    learner: 'reached',
    moderator: 'reached',
    editor: 'reached',
    author: 'reached',
    operator: 'reached',
  },
  moderators: { ...refusing, moderator: 'reached' },
  editors: { ...refusing, editor: 'reached' },
  authors: { ...refusing, author: 'reached' },
  operators: refusing,
};

const rooms: readonly AccessRows[] = [
  appAccess,
  accountsAccess,
  notifyAccess,
  editorialAccess,
  catalogAccess,
  reviewsAccess,
  listsAccess,
  coursesAccess,
  learningAccess,
  assessmentAccess,
  credentialsAccess,
  insightsAccess,
];

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
  ['public', 'people', 'moderators', 'editors', 'authors', 'operators'] as const
).flatMap((access) =>
  rooms.flatMap((rows) => linesOf(rows[access] ?? '').map((route) => ({ route, access }))),
);

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
      .map((route) => `${route}: who may? add it to src/app/permissions`),
    ...listed.filter((route) => !present.has(route)).map((route) => `${route}: there is no such route`),
    ...listed.filter((route, at) => listed.indexOf(route) !== at).map((route) => `${route}: stands twice`),
  ];
}
