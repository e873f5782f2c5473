import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { CopyField } from '../../../platform/ui/copy-field.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';

export interface ShareProps {
  readonly t: Translator;
  readonly site: Site;
  readonly title: string;
  /** Absolute address of what is shared. */
  readonly address: string;
  readonly slug: string;
}

/** Plain links: nobody is told anything before the reader presses one. */
export function ShareLinks({ t, site, title, address, slug }: ShareProps) {
  const text = encodeURIComponent(`${title}\n${address}`);
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${text}`;
  return (
    <section class="section share">
      <h2>{t('editorial.share.title')}</h2>
      <p class="soft">{t('editorial.share.lead')}</p>
      <ul class="row">
        <li>
          <a class="btn small" href={mail}>
            {t('editorial.share.mail')}
          </a>
        </li>
        <li>
          <a
            class="btn small"
            href={`https://bsky.app/intent/compose?text=${text}`}
            rel="noopener noreferrer"
          >
            Bluesky
          </a>
        </li>
      </ul>
      <details class="share-more">
        <summary>{t('editorial.share.mastodon')}</summary>
        <form
          method="get"
          action={urlFor(site, t.lang, `/news/${encodeURIComponent(slug)}/share`)}
          class="stack"
        >
          <TextInput
            id="instance"
            name="instance"
            label={t('editorial.share.instance')}
            hint={t('editorial.share.instance.hint')}
            placeholder="mastodon.social"
            dir="ltr"
            inputmode="url"
          />
          <div>
            <Button small>{t('editorial.share.go-on')}</Button>
          </div>
        </form>
      </details>
      <CopyField t={t} id="share-address" label={t('editorial.share.address')} value={address} />
    </section>
  );
}
