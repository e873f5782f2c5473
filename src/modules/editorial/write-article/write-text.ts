import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { demand } from '../../../platform/refusal.ts';
import { type ArticleText, emptyText } from '../article/article-content.ts';
import {
  amendVersion,
  type Article,
  changeArticle,
  insertVersion,
  lockArticle,
  type VersionEntry,
} from '../article/articles.queries.ts';
import { mayEdit } from '../policy.ts';
import { articleNotFound, editorsOnly } from '../refusals.ts';

export interface WrittenText {
  readonly articleId: string;
  readonly lang: Lang;
  readonly words: Omit<ArticleText, 'version'>;
  /** Of the text that the writer began from; 0 for none. */
  readonly version: number;
  /** The writer has seen that the text changed meanwhile, and keeps these words. */
  readonly keep?: boolean;
  /** A picture that was sent beside the words and becomes the cover. */
  readonly cover?: string;
}

export type Written =
  | { readonly saved: true; readonly version: number; readonly articleVersion: number }
  /** The text changed meanwhile: nothing was written. */
  | { readonly saved: false; readonly theirs: ArticleText; readonly article: Article };

/** What one person writes within this time is one version of the history. */
const oneVersionMs = 10 * 60_000;

/**
 * Keeps what was written in one language, unless somebody (or another window) wrote it meanwhile: then nothing is
 * changed and the other text comes back, for the writer to choose. Whatever is replaced stays in the history.
 * @throws Refusal 403, 404
 */
export async function writeText(db: Db, actor: Actor, input: WrittenText): Promise<Written> {
  demand(mayEdit(actor), editorsOnly);
  const article = await lockArticle(db, input.articleId);
  if (!article) throw articleNotFound();
  const present = article.draft.texts[input.lang] ?? emptyText;
  const unchanged = sameWords(present, input.words) && input.cover === undefined;
  if (unchanged) return { saved: true, version: present.version, articleVersion: article.version };
  const isStale = present.version !== input.version;
  if (isStale && !input.keep) return { saved: false, theirs: present, article };
  const version = present.version + 1;
  const texts = { ...article.draft.texts, [input.lang]: { ...input.words, version } };
  const draft = { ...article.draft, texts, ...(input.cover === undefined ? {} : { cover: input.cover }) };
  await changeArticle(db, article.id, { draft }, actor.now);
  await remember(
    db,
    {
      articleId: article.id,
      deed: 'wrote',
      lang: input.lang,
      content: draft,
      editorId: actor.id ?? null,
      now: actor.now,
    },
    isStale || input.keep === true,
  );
  return { saved: true, version, articleVersion: article.version + 1 };
}

const sameWords = (present: ArticleText, words: Omit<ArticleText, 'version'>): boolean =>
  present.title === words.title &&
  present.summary === words.summary &&
  present.body === words.body &&
  present.coverAlt === words.coverAlt;

/** After a conflict the other text must stay in the history, even if the same person wrote both. */
async function remember(db: Db, entry: VersionEntry, apart: boolean): Promise<void> {
  const amended = !apart && (await amendVersion(db, entry, new Date(entry.now.getTime() - oneVersionMs)));
  if (!amended) await insertVersion(db, entry);
}
