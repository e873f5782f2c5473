import { type Site, urlFor } from '../../../platform/http/site.ts';
import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { CopyField } from '../../../platform/ui/copy-field.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import type { EmbedCode, EmbedWish } from './embed-code.ts';
import { embedThemes } from './send-embed.tsx';

export interface SharePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly wish: EmbedWish;
  readonly code: EmbedCode;
}

/** What another site would show, and the code for it. */
export function SharePage(props: SharePageProps) {
  const { t, wish, code } = props;
  return (
    <>
      <Pagehead title={t('catalog.embed.title')} lead={t('catalog.embed.lead')} />
      <Wish {...props} />
      <section class="section">
        <h2>{t('catalog.embed.preview')}</h2>
        <div class="embed-preview" data-theme={wish.theme}>
          <iframe src={code.frame} title={wish.title} height={code.height} width="600" loading="lazy" />
        </div>
      </section>
      <section class="section stack">
        <h2>{t('catalog.embed.code')}</h2>
        <CopyField t={t} id="code-iframe" label={t('catalog.embed.code.iframe')} value={code.iframe} />
        <CopyField t={t} id="code-script" label={t('catalog.embed.code.script')} value={code.script} />
        {code.picture !== undefined && (
          <CopyField t={t} id="code-picture" label={t('catalog.embed.code.picture')} value={code.picture} />
        )}
        <p class="soft">{t('catalog.embed.promise')}</p>
      </section>
    </>
  );
}

/** How it looks, and in which language. */
function Wish({ t, site, wish }: SharePageProps) {
  return (
    <form method="get" action={urlFor(site, t.lang, '/embed')} class="row embed-wish">
      {wish.slug !== undefined && (
        <input type="hidden" name={wish.kind === 'list' ? 'list' : 'course'} value={wish.slug} />
      )}
      {wish.slug !== undefined && wish.kind !== 'list' && (
        <Select
          id="kind"
          name="kind"
          inline
          label={t('catalog.embed.kind')}
          value={wish.kind}
          options={(['course', 'badge'] as const).map((kind) => ({
            value: kind,
            label: t(`catalog.embed.kind.${kind}`),
          }))}
        />
      )}
      <Select
        id="in"
        name="in"
        inline
        label={t('catalog.embed.lang')}
        value={wish.lang}
        options={langs.map((lang) => ({ value: lang, label: ownNames[lang] }))}
      />
      <Select
        id="theme"
        name="theme"
        inline
        label={t('ui.theme')}
        value={wish.theme}
        options={embedThemes.map((theme) => ({ value: theme, label: t(`ui.theme.${theme}`) }))}
      />
      <Button small>{t('catalog.embed.show')}</Button>
    </form>
  );
}
