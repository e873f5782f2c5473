import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Facts } from '../../../platform/ui/facts.tsx';
import { langFor } from '../article/article-content.ts';
import { Cover } from '../article-pictures/cover.tsx';
import type { ArticleHead } from './news.queries.ts';

export interface ArticleLineProps {
  readonly t: Translator;
  readonly article: ArticleHead;
  readonly href: string;
  /** The first of a list: large, with its picture above. */
  readonly lead?: boolean;
  /** Of its title. */
  readonly level?: 2 | 3;
}

/** An article in a list, in the reader's language where it exists in it. */
export function ArticleLine({ t, article, href, lead = false, level = 2 }: ArticleLineProps) {
  const lang = langFor(article.texts, article.lang, t.lang);
  const text = article.texts[lang];
  const foreign = lang === t.lang ? undefined : lang;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class={lead ? 'news-item lead-item' : 'news-item'}>
      {article.cover && (
        <a href={href} class="news-item-picture" tabindex={-1} aria-hidden="true">
          <Cover
            picture={article.cover}
            alt=""
            first={lead}
            {...(lead ? {} : { sizes: '(min-width: 860px) 16rem, 40vw' })}
          />
        </a>
      )}
      <div class="news-item-words">
        <Heading lang={foreign} dir={foreign && 'auto'}>
          <a href={href}>{text?.title}</a>
        </Heading>
        <p class="news-item-summary" lang={foreign} dir={foreign && 'auto'}>
          {text?.summary}
        </p>
        <Facts items={articleFacts(t, article, foreign)} />
      </div>
    </article>
  );
}

function articleFacts(t: Translator, article: ArticleHead, foreign: string | undefined): string[] {
  return [
    t.day(dayOf(article.publishedAt)),
    ...(article.byline === 'author' && article.author !== null ? [article.author] : []),
    ...(foreign === undefined
      ? []
      : [t('editorial.news.in-language', { language: t.languageName(foreign) })]),
  ];
}
