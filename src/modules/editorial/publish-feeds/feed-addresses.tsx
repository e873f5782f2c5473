import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';

/** Where programs that read feeds find the news; stands in a page's head. */
export function FeedAddresses({ t, site, label }: { t: Translator; site: Site; label?: string | undefined }) {
  const kinds = [
    ['atom', 'application/atom+xml'],
    ['rss', 'application/rss+xml'],
  ] as const;
  return (
    <>
      {kinds.map(([ending, type]) => (
        <link
          key={ending}
          rel="alternate"
          type={type}
          title={`${t('editorial.news.title')} (${ending.toUpperCase()})`}
          href={urlFor(site, t.lang, `/news.${ending}`, { label })}
        />
      ))}
    </>
  );
}
