import { urlFor } from '../../../platform/http/site.ts';
import { LinkButton, Button } from '../../../platform/ui/button.tsx';
import type { ArticleText } from '../article/article-content.ts';
import type { TextFormProps } from './text-form.tsx';

/** The text changed while one was writing: both stand on the page, and one chooses. Neither is lost. */
export function Conflict({
  t,
  site,
  article,
  lang,
  shown,
  theirs,
}: TextFormProps & { readonly theirs: ArticleText }) {
  const path = `/${t.lang}/editor/articles/${article.id}`;
  const hidden = { ...shown.fields, version: String(theirs.version), keep: 'mine', lang };
  return (
    <section class="notice soon conflict" role="alert">
      <div class="stack">
        <h2>{t('editorial.conflict.title')}</h2>
        <p>{t('editorial.conflict.text')}</p>
        <div class="row">
          <form method="post" action={path} enctype="multipart/form-data">
            {Object.entries(hidden)
              .filter(([name]) => !['place', 'pictureAlt', 'then'].includes(name))
              .map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
            <Button kind="first">{t('editorial.conflict.mine')}</Button>
          </form>
          <LinkButton href={urlFor(site, t.lang, `/editor/articles/${article.id}`, { lang })}>
            {t('editorial.conflict.theirs')}
          </LinkButton>
        </div>
        <details>
          <summary>{t('editorial.conflict.other')}</summary>
          <div lang={lang} dir="auto">
            <h3>{theirs.title}</h3>
            <p>{theirs.summary}</p>
            <pre class="conflict-text">{theirs.body}</pre>
          </div>
        </details>
      </div>
    </section>
  );
}
