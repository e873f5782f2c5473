import { hasRole, type Role } from '../../../platform/actor.ts';
import type { AppContext, AppMiddleware } from '../../../platform/http/environment.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { operatorsOnly as refuseOthers, signInFirst } from '../refusals.ts';

/** Goes to the sign-in page, and comes back here after it. */
export function goAndSignIn(c: AppContext, comesBack = true): Response {
  const { site, lang, path } = c.var;
  const back = comesBack && c.req.method === 'GET' ? path + new URL(c.req.url).search : undefined;
  return c.redirect(urlFor(site, lang, '/sign-in', { back }), 303);
}

/** Lets signed-in people pass; visitors sign in first and come back. */
export const signedInOnly: AppMiddleware = async (c, next) => {
  if (c.var.actor.kind === 'person') return next();
  if (c.req.method === 'GET') return goAndSignIn(c);
  throw signInFirst();
};

/** Lets people with one of these roles pass. @throws Refusal 403 for other people */
const onlyWith =
  (...roles: readonly Role[]): AppMiddleware =>
  async (c, next) => {
    if (roles.some((role) => hasRole(c.var.actor, role))) return next();
    if (c.var.actor.kind === 'person') throw refuseOthers();
    if (c.req.method === 'GET') return goAndSignIn(c);
    throw signInFirst();
  };

export const operatorsOnly = onlyWith('operator');

/** Operators and moderators. */
export const staffOnly = onlyWith('operator', 'moderator');

/** Operators and editors. */
export const editorsOnly = onlyWith('operator', 'editor');

/** Operators and authors of courses. */
export const authorsOnly = onlyWith('operator', 'author');

/** Pages that hold secrets or somebody's own affairs are kept nowhere. */
export const keptNowhere: AppMiddleware = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
};
