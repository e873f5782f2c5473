import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { isLang, type Lang, langs } from '../../../platform/i18n/languages.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { ArticleText } from '../article/article-content.ts';
import { emptyText } from '../article/article-content.ts';
import { isArticleId } from '../article/article-id.ts';
import { type Article, findArticle } from '../article/articles.queries.ts';
import { picturesById } from '../article-pictures/pictures.queries.ts';
import { allLabels } from '../labels/labels.queries.ts';
import { zoneOf } from '../publish-article/move-article.queries.ts';
import { articleNotFound } from '../refusals.ts';
import { beginArticle } from './begin-article.ts';
import { changeSettings } from './change-settings.ts';
import { addPicture, takeWriting } from './take-writing.ts';
import { type WriteForm, writeForm } from './write-form.ts';
import { WritePage } from './write.page.tsx';
import { writeText } from './write-text.ts';

const newForm = z.object({ id: z.uuid() });

export function writeRoutes(app: App): void {
  app.post('/editor/articles', begin);
  app.get('/editor/articles/:id', async (c) => showWriting(c, await articleOf(c), {}));
  app.post('/editor/articles/:id', take);
  app.post('/editor/articles/:id/autosave', autosave);
  app.post('/editor/articles/:id/settings', takeSettings);
}

/** The article of the address. @throws Refusal 404 */
export async function articleOf(c: AppContext): Promise<Article> {
  const id = c.req.param('id') ?? '';
  const article = isArticleId(id) ? await findArticle(c.var.db, id) : undefined;
  if (!article) throw articleNotFound();
  return article;
}

async function begin(c: AppContext) {
  const { db, actor, site, lang } = c.var;
  const read = await readForm(c, newForm);
  const id = read.ok ? read.value.id : actor.ids.next();
  await beginArticle(db, actor, { id, lang });
  return c.redirect(urlFor(site, lang, `/editor/articles/${id}`), 303);
}

/** What stands on the page beyond the article as it is kept. */
export interface Shown {
  readonly fields?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly theirs?: ArticleText;
}

export async function showWriting(c: AppContext, article: Article, shown: Shown): Promise<Response> {
  const { db, t, site, actor, tools } = c.var;
  const asked = shown.fields?.['lang'] ?? c.req.query('lang');
  const lang: Lang = isLang(asked) ? asked : article.draft.lang;
  const { cover } = article.draft;
  const [labels, pictures, zone] = await Promise.all([
    allLabels(db),
    picturesById(db, cover === undefined ? [] : [cover]),
    zoneOf(db, actor.id ?? '00000000-0000-0000-0000-000000000000'),
  ]);
  const status = shown.theirs ? 409 : Object.keys(shown.errors ?? {}).length > 0 ? 422 : 200;
  return sendPage(c, {
    title: t('editorial.write.title'),
    indexed: false,
    status,
    breadcrumbs: [{ label: t('editorial.newsroom.title'), href: urlFor(site, t.lang, '/editor') }],
    children: (
      <WritePage
        t={t}
        site={site}
        assets={tools.assets}
        article={article}
        lang={lang}
        text={article.draft.texts[lang] ?? emptyText}
        shown={shown}
        labels={labels}
        cover={cover === undefined ? undefined : pictures.get(cover)}
        zone={article.zone ?? zone ?? 'UTC'}
        now={actor.now}
      />
    ),
  });
}

async function take(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const article = await articleOf(c);
  const taken = await takeWriting(c);
  const { form, errors, fields } = taken;
  if (!form || Object.keys(errors).length > 0) return showWriting(c, article, { fields, errors });
  try {
    const added = await addPicture(c, taken, form);
    const written = await writeText(db, actor, { ...inputOf(article.id, form), ...wordsOf(form, added) });
    if (!written.saved) return await showWriting(c, written.article, { fields, theirs: written.theirs });
    flash(
      c,
      'good',
      t(taken.picture && !added.cover ? 'editorial.write.picture-added' : 'editorial.write.saved'),
    );
    const isPreview = fields['then'] === 'preview';
    const path = `/editor/articles/${article.id}${isPreview ? '/preview' : ''}`;
    return c.redirect(urlFor(site, lang, path, { lang: form.lang }), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return showWriting(c, article, { fields, errors: { [error.field]: error.messageKey } });
  }
}

const inputOf = (articleId: string, { lang, version, keep }: WriteForm) => ({
  articleId,
  lang,
  version,
  keep,
});

const wordsOf = (form: WriteForm, added: { body: string; coverAlt: string; cover?: string }) => ({
  words: { title: form.title, summary: form.summary, body: added.body, coverAlt: added.coverAlt },
  ...(added.cover === undefined ? {} : { cover: added.cover }),
});

/** For the page's script: what was kept and when, or that the text changed meanwhile. */
async function autosave(c: AppContext) {
  const { db, actor, t } = c.var;
  const id = c.req.param('id') ?? '';
  if (!isArticleId(id)) throw articleNotFound();
  const read = await readForm(c, writeForm);
  if (!read.ok) {
    const problem = Object.values(read.form.errors)[0] ?? 'editorial.refusal.bad-form';
    return c.json({ problem: t(problem as 'editorial.refusal.bad-form') }, 422);
  }
  const form = read.value;
  const written = await writeText(db, actor, { ...inputOf(id, form), ...wordsOf(form, form) });
  if (!written.saved) return c.json({ changed: true }, 409);
  return c.json({
    version: written.version,
    articleVersion: written.articleVersion,
    said: t('editorial.write.saved-at', { moment: t.moment(actor.now) }),
  });
}

const many = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .catch([])
  .default([]);
const settingsForm = z.object({
  version: z.coerce.number().int().catch(-1),
  main: z.enum(langs),
  labels: many,
  byline: z.enum(['author', 'site']).catch('author'),
  cover: z.string().optional(),
});

async function takeSettings(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const read = await readForm(c, settingsForm);
  const articleId = c.req.param('id') ?? '';
  if (!isArticleId(articleId)) throw articleNotFound();
  if (!read.ok) throw new Refusal(400, 'editorial.bad-form', 'editorial.refusal.bad-form');
  const { version, main, labels, byline, cover } = read.value;
  const known = (await allLabels(db)).map(({ id }) => id);
  await changeSettings(db, actor, {
    articleId,
    version,
    lang: main,
    labels: known.filter((id) => labels.includes(id)),
    byline,
    withoutCover: cover === 'none',
  });
  flash(c, 'good', t('editorial.settings.saved'));
  return c.redirect(urlFor(site, lang, `/editor/articles/${articleId}`), 303);
}
