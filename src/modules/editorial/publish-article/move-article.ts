import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { slugFrom } from '../../../platform/http/slug.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { isZone } from '../../../platform/time/wall-time.ts';
import { begunLangs, withoutEmptyTexts } from '../article/article-content.ts';
import { mayMove, transitions } from '../article/article-states.ts';
import {
  type Article,
  type ArticleChange,
  changeArticle,
  findArticle,
  insertVersion,
  lockArticle,
} from '../article/articles.queries.ts';
import { mayEdit } from '../policy.ts';
import { articleChanged, articleNotFound, editorsOnly, notInThisState } from '../refusals.ts';
import { dueArticles, keepZone, takeSlug } from './move-article.queries.ts';
import { missingIn } from './readiness.ts';

export const publishTask = 'editorial-publish';

export interface Move {
  readonly articleId: string;
  /** Of the article, as it was shown. */
  readonly version: number;
}

type Deed = keyof typeof transitions;

/** Readers see the article as it stands now. @throws Refusal 403, 404, 409, 422 when something is missing */
export async function publishArticle(db: Db, actor: Actor, move: Move): Promise<void> {
  const article = await begin(db, actor, move, 'published');
  await makeLive(db, actor, article);
}

/** It goes out by itself at this instant, as it stands then. @throws Refusal 403, 404, 409, 422 */
export async function scheduleArticle(
  db: Db,
  actor: Actor,
  move: Move & { readonly at: Date | undefined; readonly zone: string },
): Promise<void> {
  const article = await begin(db, actor, move, 'scheduled');
  demandWhole(article);
  const { at, zone } = move;
  const field = 'day';
  if (!at || !isZone(zone))
    throw new Refusal(422, 'editorial.no-time', 'editorial.refusal.no-time', { field });
  if (at <= actor.now) throw new Refusal(422, 'editorial.past', 'editorial.refusal.past', { field });
  await finish(db, actor, article, 'scheduled', { publishAt: at, zone });
  if (actor.id !== undefined) await keepZone(db, actor.id, zone);
  await enqueue(db, publishTask, {}, { key: `${publishTask}:${article.id}`, runAt: at });
}

export async function unscheduleArticle(db: Db, actor: Actor, move: Move): Promise<void> {
  const article = await begin(db, actor, move, 'unscheduled');
  await finish(db, actor, article, 'unscheduled', { publishAt: null });
}

/** Readers see it no longer; its address says that it went. */
export async function archiveArticle(db: Db, actor: Actor, move: Move): Promise<void> {
  const article = await begin(db, actor, move, 'archived');
  await finish(db, actor, article, 'archived', {});
}

export async function reopenArticle(db: Db, actor: Actor, move: Move): Promise<void> {
  const article = await begin(db, actor, move, 'reopened');
  await finish(db, actor, article, 'reopened', { publishAt: null });
}

/** Publishes what is due. Harmless when it runs twice or late. Returns how many went out. */
export async function publishDue(db: Db, actor: Actor): Promise<number> {
  const due = await dueArticles(db, actor.now);
  for (const id of due) {
    const article = await findArticle(db, id);
    if (article)
      await (missingIn(article.draft).length === 0
        ? makeLive(db, actor, article)
        : giveBack(db, actor, article));
  }
  return due.length;
}

/** Somebody took away what it needs after it was scheduled: it waits as a draft rather than going out broken. */
const giveBack = (db: Db, actor: Actor, article: Article): Promise<void> =>
  finish(db, actor, article, 'unscheduled', { publishAt: null });

async function begin(db: Db, actor: Actor, move: Move, deed: Deed): Promise<Article> {
  demand(mayEdit(actor), editorsOnly);
  const article = await lockArticle(db, move.articleId);
  if (!article) throw articleNotFound();
  demand(mayMove(article.state, deed), notInThisState);
  demand(article.version === move.version, articleChanged);
  return article;
}

function demandWhole(article: Article): void {
  const [first] = missingIn(article.draft);
  if (!first) return;
  const { lack } = first;
  throw new Refusal(422, 'editorial.not-whole', `editorial.lack.${lack}`, { field: 'whole' });
}

async function makeLive(db: Db, actor: Actor, article: Article): Promise<void> {
  demandWhole(article);
  const live = withoutEmptyTexts(article.draft);
  const title = live.texts[live.lang]?.title ?? '';
  await takeSlug(db, article.id, slugFrom(title, 'news'));
  await finish(db, actor, article, 'published', {
    live,
    liveLangs: begunLangs(live),
    publishedAt: article.publishedAt ?? actor.now,
    publishAt: null,
  });
  await publish(db, actor, {
    name: 'editorial.article-published',
    version: 1,
    subject: article.id,
    data: { again: article.publishedAt !== null },
  });
}

async function finish(
  db: Db,
  actor: Actor,
  article: Article,
  deed: Deed,
  change: ArticleChange,
): Promise<void> {
  await changeArticle(db, article.id, { ...change, state: transitions[deed].to }, actor.now);
  await insertVersion(db, {
    articleId: article.id,
    deed,
    content: change.live ?? article.draft,
    editorId: actor.id ?? null,
    now: actor.now,
  });
  await audit(db, actor, `article-${deed}`, article.id, {
    before: article.state,
    after: transitions[deed].to,
  });
}
