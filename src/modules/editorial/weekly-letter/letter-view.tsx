import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { AutomaticSections } from '../automatic-news/automatic-sections.tsx';
import type { LetterContent } from './letter-content.ts';

/** A letter as a page: the same words as in the mail. */
export function LetterView(props: { t: Translator; site: Site; word: string; content: LetterContent }) {
  const { t, site, word, content } = props;
  return (
    <div class="letter-view" lang={t.lang} dir={t.dir}>
      {word
        .split(/\n{2,}/)
        .filter((part) => part.trim() !== '')
        .map((part) => (
          <p key={part}>{part}</p>
        ))}
      <div class="news-list">
        {content.articles.map(({ title, summary, slug }) => (
          <article key={slug} class="news-item">
            <div class="news-item-words">
              <h2>
                <a href={urlFor(site, t.lang, `/news/${encodeURIComponent(slug)}`)}>{title}</a>
              </h2>
              <p>{summary}</p>
            </div>
          </article>
        ))}
      </div>
      <div class="news-side section">
        <AutomaticSections t={t} site={site} sections={content.sections} />
      </div>
    </div>
  );
}
