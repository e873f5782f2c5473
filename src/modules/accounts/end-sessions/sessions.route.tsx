import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { personId } from '../account/account.route.tsx';
import { forgetSecret } from '../session/cookies.ts';
import { idleSince } from '../session/session-life.ts';
import { sessionsOf } from '../session/sessions.queries.ts';
import { endEverySession, endOneSession } from './end-sessions.ts';
import { SessionsPage } from './sessions.page.tsx';

export function sessionsRoutes(app: App): void {
  app.get('/account/sessions', showSessions);
  app.post('/account/sessions/end-all', async (c) => {
    const { actor, db, site, lang, t } = c.var;
    await endEverySession(db, actor);
    forgetSecret(c, 'session');
    flash(c, 'good', t('accounts.sessions.ended-all'));
    return c.redirect(urlFor(site, lang, '/sign-in'), 303);
  });
  app.post('/account/sessions/:id/end', async (c) => {
    const { actor, db, site, lang, t } = c.var;
    await endOneSession(db, actor, c.req.param('id'));
    flash(c, 'good', t('accounts.sessions.ended'));
    return c.redirect(urlFor(site, lang, '/account/sessions'), 303);
  });
}

async function showSessions(c: AppContext) {
  const { t, db, actor, site } = c.var;
  const sessions = await sessionsOf(db, personId(c), actor.now, idleSince(actor.now));
  return sendPage(c, {
    title: t('accounts.sessions'),
    width: 'narrow',
    indexed: false,
    children: (
      <SessionsPage t={t} site={site} sessions={sessions} current={actor.sessionId} now={actor.now} />
    ),
  });
}
