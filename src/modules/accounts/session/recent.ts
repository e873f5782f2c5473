import type { AppContext, AppMiddleware } from '../../../platform/http/environment.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { isRecent } from './session-life.ts';
import { signedInAt } from './sessions.queries.ts';

/** Whether this session was opened a moment ago: whoever only found an open browser cannot change credentials. */
async function signedInRecently(c: AppContext): Promise<boolean> {
  const { actor, tools } = c.var;
  const since = actor.sessionId && (await signedInAt(tools.database.db, actor.sessionId));
  return since ? isRecent(since, actor.now) : false;
}

/** For what changes credentials, hands out all data or erases: asks to prove oneself again, then comes back. */
export const recentOnly: AppMiddleware = async (c, next) => {
  if (await signedInRecently(c)) return next();
  const { site, lang, path } = c.var;
  const back = c.req.method === 'GET' ? path : '/account';
  return c.redirect(urlFor(site, lang, '/account/confirm', { back }), 303);
};
