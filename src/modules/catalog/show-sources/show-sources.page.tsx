import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { saySource } from '../course-words/say-source.ts';
import type { PublicSource } from './show-sources.queries.ts';

export interface SourcesPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly sources: readonly PublicSource[];
}

/** Where the data come from: each platform, what was read of it, and when for the last time. */
export function PublicSourcesPage({ t, site, sources }: SourcesPageProps) {
  return (
    <>
      <Pagehead title={t('ui.footer.sources')} lead={t('catalog.sources-shown.lead')} />
      <DataTable
        t={t}
        caption={t('ui.footer.sources')}
        captionUnseen
        columns={[
          { label: t('catalog.sources-shown.platform') },
          { label: t('catalog.sources-shown.what') },
          { label: t('catalog.sources-shown.read') },
        ]}
        rows={sources.map((source) => [
          <a href={urlFor(site, t.lang, `/platforms/${source.platformSlug}`)}>
            <bdi>{source.platform}</bdi>
          </a>,
          saySource(t, source, source.platform),
          source.readAt ? t.day(dayOf(source.readAt)) : t('catalog.sources-shown.not-yet'),
        ])}
        empty={t('catalog.sources-shown.none')}
      />
      <p class="section soft">{t('catalog.sources-shown.correct')}</p>
    </>
  );
}
