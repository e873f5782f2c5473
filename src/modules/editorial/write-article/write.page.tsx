import { type Site, urlFor } from '../../../platform/http/site.ts';
import { type Lang, langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Assets } from '../../../platform/ui/document-head.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { type ArticleText, isBegun } from '../article/article-content.ts';
import type { Article } from '../article/articles.queries.ts';
import type { Picture } from '../article-pictures/shown-picture.ts';
import { PublishCard } from '../publish-article/publish-card.tsx';
import type { NewsLabel } from '../show-news/news.queries.ts';
import { Conflict } from './conflict.tsx';
import { SettingsForm } from './settings-form.tsx';
import { TextForm } from './text-form.tsx';

export interface WritePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly assets: Assets;
  readonly article: Article;
  readonly lang: Lang;
  /** As it is kept. */
  readonly text: ArticleText;
  /** What was typed and did not pass. */
  readonly shown: {
    readonly fields?: Readonly<Record<string, string>>;
    readonly errors?: Readonly<Record<string, string>>;
    readonly theirs?: ArticleText;
  };
  readonly labels: readonly NewsLabel[];
  readonly cover: Picture | undefined;
  /** The clock that the editor reads. */
  readonly zone: string;
  readonly now: Date;
}

export function WritePage(props: WritePageProps) {
  const { t, article, shown } = props;
  const { lang } = article.draft;
  const title = article.draft.texts[lang]?.title;
  const errors = Object.entries(shown.errors ?? {}).map(([id, key]) => ({
    id,
    message: t(key as MessageKey),
  }));
  return (
    <>
      <Pagehead
        eyebrow={t(`editorial.standing.${article.state}`)}
        title={title || t('editorial.newsroom.untitled')}
        titleLang={title ? lang : undefined}
      />
      <LanguageTabs {...props} />
      <ErrorSummary t={t} errors={errors} />
      {shown.theirs && <Conflict {...props} theirs={shown.theirs} />}
      <div class="aside writing">
        <TextForm {...props} />
        <aside class="stack">
          <PublishCard {...props} />
          <SettingsForm {...props} />
        </aside>
      </div>
    </>
  );
}

/** Every language of the interface; those that are begun say so. */
function LanguageTabs({ t, site, article, lang }: WritePageProps) {
  const items = langs.map((each) => ({
    label: `${ownNames[each]}${isBegun(article.draft.texts[each]) ? ' ✓' : ''}`,
    href: urlFor(site, t.lang, `/editor/articles/${article.id}`, { lang: each }),
    current: each === lang,
  }));
  return <Tabs t={t} label={t('editorial.write.languages')} items={items} />;
}
