import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { instantOf } from '../../../platform/time/wall-time.ts';
import { isArticleId } from '../article/article-id.ts';
import { articleNotFound } from '../refusals.ts';
import { articleOf, showWriting } from '../write-article/write.route.tsx';
import {
  archiveArticle,
  type Move,
  publishArticle,
  reopenArticle,
  scheduleArticle,
  unscheduleArticle,
} from './move-article.ts';

const moveForm = z.object({
  version: z.coerce.number().int().catch(-1),
  day: z.string().default(''),
  time: z.string().default(''),
  zone: z.string().max(60).default(''),
});
type MoveForm = z.output<typeof moveForm>;

export function publishRoutes(app: App): void {
  const moves = {
    publish: publishArticle,
    schedule: (db: Db, actor: Actor, move: Move & MoveForm) =>
      scheduleArticle(db, actor, { ...move, at: instantOf(move.day, move.time, move.zone) }),
    unschedule: unscheduleArticle,
    archive: archiveArticle,
    reopen: reopenArticle,
  } as const;
  app.post('/editor/articles/:id/publish', (c) => move(c, moves.publish, 'editorial.publish.done'));
  app.post('/editor/articles/:id/schedule', (c) =>
    move(c, moves.schedule, 'editorial.publish.schedule.done'),
  );
  app.post('/editor/articles/:id/unschedule', (c) =>
    move(c, moves.unschedule, 'editorial.publish.unschedule.done'),
  );
  app.post('/editor/articles/:id/archive', (c) => move(c, moves.archive, 'editorial.publish.archive.done'));
  app.post('/editor/articles/:id/reopen', (c) => move(c, moves.reopen, 'editorial.publish.reopen.done'));
}

type Done = `editorial.publish.${'' | 'schedule.' | 'unschedule.' | 'archive.' | 'reopen.'}done`;

/** Moves the article; what it lacks, or a time that is none, is said on its own page. */
async function move(
  c: AppContext,
  deed: (db: Db, actor: Actor, input: Move & MoveForm) => Promise<void>,
  done: Done,
) {
  const { db, actor, site, lang, t } = c.var;
  const articleId = c.req.param('id') ?? '';
  if (!isArticleId(articleId)) throw articleNotFound();
  const read = await readForm(c, moveForm);
  if (!read.ok) throw new Refusal(400, 'editorial.bad-form', 'editorial.refusal.bad-form');
  try {
    await deed(db, actor, { ...read.value, articleId });
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return showWriting(c, await articleOf(c), { errors: { [error.field]: error.messageKey } });
  }
  flash(c, 'good', t(done));
  return c.redirect(urlFor(site, lang, `/editor/articles/${articleId}`), 303);
}
