import { type Site, urlFor } from '../../../platform/http/site.ts';
import { directionOf, type Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { RichText } from '../../../platform/rich-text/rich-text.tsx';
import { dayOf } from '../../../platform/time/clock.ts';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import type { ArticleText } from '../article/article-content.ts';
import { Cover } from '../article-pictures/cover.tsx';
import { type Picture, shownPicture } from '../article-pictures/shown-picture.ts';
import { labelName } from '../labels/label-name.ts';
import type { NewsLabel } from '../show-news/news.queries.ts';

export interface ShownArticle {
  readonly lang: Lang;
  readonly text: ArticleText;
  readonly labels: readonly NewsLabel[];
  /** Under whose name; undefined for the site's. */
  readonly author: string | undefined;
  readonly publishedAt: Date;
  /** Where it changed on a later day. */
  readonly changedAt?: Date | undefined;
  readonly cover: Picture | undefined;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** An article as readers see it; its preview shows the same. */
export function ArticleView({ t, site, article }: { t: Translator; site: Site; article: ShownArticle }) {
  const { lang, text, cover, pictures } = article;
  const foreign = lang !== t.lang;
  const language = { lang: foreign ? lang : undefined, dir: foreign ? directionOf(lang) : undefined };
  return (
    <article class="news-article">
      <header>
        {article.labels.length > 0 && (
          <p class="eyebrow news-labels">
            {article.labels.map((label) => (
              <a key={label.id} href={urlFor(site, t.lang, '/news', { label: label.id })}>
                {labelName(label, t.lang)}
              </a>
            ))}
          </p>
        )}
        <h1 {...language}>{text.title || t('editorial.newsroom.untitled')}</h1>
        <p class="lead" {...language}>
          {text.summary}
        </p>
        <Facts items={factsOf(t, site, article)} />
        {foreign && <Notice>{t('editorial.article.foreign', { language: t.languageName(lang) })}</Notice>}
      </header>
      {cover && <Cover picture={cover} alt={text.coverAlt} first />}
      <RichText
        markdown={text.body}
        lang={lang}
        tableLabel={t('editorial.article.table')}
        pictureOf={(id) => {
          const picture = pictures.get(id);
          return picture && shownPicture(picture);
        }}
      />
    </article>
  );
}

function factsOf(t: Translator, site: Site, { author, publishedAt, changedAt }: ShownArticle): string[] {
  const day = dayOf(publishedAt);
  const later = changedAt && dayOf(changedAt) > day ? dayOf(changedAt) : undefined;
  return [
    t.day(day),
    author ?? site.name,
    ...(later === undefined ? [] : [t('editorial.article.changed', { day: t.day(later) })]),
  ];
}
