import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Chip, type ChipTone } from '../../../platform/ui/chip.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { formatName } from './format-names.ts';
import { type SourceState, sourceState } from './source-state.ts';
import type { LastImport, ListedSource } from './sources.queries.ts';

export interface SourcePageProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly now: Date;
}

const tones: Readonly<Record<SourceState, ChipTone>> = {
  sample: 'past',
  running: 'bridge',
  queued: 'bridge',
  question: 'soon',
  paused: 'past',
  failing: 'bad',
  scheduled: 'open',
  'by-hand': 'plain',
  'command-line': 'plain',
};

export function SourceStateChip({ t, source, now }: { t: Translator; source: ListedSource; now: Date }) {
  const state = sourceState(source, now);
  return <Chip tone={tones[state]}>{t(`catalog.sources.state.${state}`)}</Chip>;
}

/** "FUN · Open edX · archive" */
export const sourceTitle = (
  source: Pick<ListedSource, 'platform' | 'format' | 'name'>,
  t: Translator,
): string =>
  [
    source.platform,
    source.format === 'detect' ? t('catalog.sources.format-unknown') : formatName(source.format),
    source.name,
  ]
    .filter(Boolean)
    .join(' · ');

/** "974 read · 2 new · 1 changed": what is worth a number. */
export function countsLine(t: Translator, last: LastImport): string[] {
  if (last.notModified) return [t('catalog.imports.not-modified')];
  const counts = [
    [last.read, 'catalog.imports.short.read'],
    [last.created, 'catalog.imports.short.created'],
    [last.updated, 'catalog.imports.short.updated'],
    [last.refused, 'catalog.imports.short.refused'],
    [last.gone, 'catalog.imports.short.gone'],
  ] as const;
  return counts.filter(([n], place) => place === 0 || n > 0).map(([n, key]) => t(key, { n }));
}

/** The list of sources: what each brought last, and what comes next. */
export function SourcesPage({
  t,
  href,
  now,
  sources,
}: SourcePageProps & { readonly sources: readonly ListedSource[] }) {
  const own = sources.filter((source) => !source.isSample);
  const sample = sources.filter((source) => source.isSample);
  return (
    <>
      <Pagehead
        title={t('catalog.sources.title')}
        lead={t('catalog.sources.lead')}
        actions={
          own.length > 0 && (
            <>
              <LinkButton kind="first" href={href('/operator/sources/new')}>
                {t('catalog.sources.add')}
              </LinkButton>
              <LinkButton kind="quiet" href={href('/operator/sources/settings')}>
                {t('catalog.sources.settings')}
              </LinkButton>
            </>
          )
        }
      />
      {own.length === 0 ? (
        <EmptyState
          title={t('catalog.sources.empty')}
          text={t('catalog.sources.empty-text')}
          actions={
            <>
              <LinkButton kind="first" href={href('/operator/sources/new')}>
                {t('catalog.sources.add')}
              </LinkButton>
              <LinkButton kind="quiet" href={href('/operator/sources/settings')}>
                {t('catalog.sources.settings')}
              </LinkButton>
            </>
          }
        />
      ) : (
        <SourceTable t={t} href={href} now={now} sources={own} />
      )}
      {sample.length > 0 && (
        <section class="section">
          <header>
            <h2>{t('catalog.sources.sample')}</h2>
          </header>
          <p>
            {t('catalog.sources.sample-text', { n: sample.reduce((sum, source) => sum + source.listed, 0) })}
          </p>
        </section>
      )}
    </>
  );
}

function SourceTable({
  t,
  href,
  now,
  sources,
}: SourcePageProps & { readonly sources: readonly ListedSource[] }) {
  return (
    <DataTable
      t={t}
      caption={t('catalog.sources.title')}
      captionUnseen
      columns={[
        { label: t('catalog.sources.column.source') },
        { label: t('catalog.sources.column.state') },
        { label: t('catalog.sources.column.courses'), numeric: true },
        { label: t('catalog.sources.column.last') },
        { label: t('catalog.sources.column.next') },
      ]}
      rows={sources.map((source) => [
        <a href={href(`/operator/sources/${source.id}`)}>
          <bdi>{sourceTitle(source, t)}</bdi>
        </a>,
        <SourceStateChip t={t} source={source} now={now} />,
        t.number(source.listed),
        <LastImportCell t={t} href={href} now={now} source={source} />,
        nextOf(t, source),
      ])}
    />
  );
}

function LastImportCell({ t, href, source }: SourcePageProps & { readonly source: ListedSource }) {
  const { last } = source;
  if (!last) return <span class="soft">{t('catalog.sources.never')}</span>;
  return (
    <>
      <a href={href(`/operator/imports/${last.id}`)}>{t.moment(last.startedAt)}</a>
      {source.failures > 0 ? (
        <p class="small">{t('catalog.sources.failures', { n: source.failures })}</p>
      ) : (
        <div class="small soft">
          <Facts items={countsLine(t, last)} />
        </div>
      )}
    </>
  );
}

export function nextOf(t: Translator, source: ListedSource): string {
  if (source.isQueued) return t('catalog.sources.next.queued');
  if (source.paused) return t('catalog.sources.next.paused');
  // a file is read again when somebody sends a newer one
  return source.location !== null && source.nextImportAt
    ? t.moment(source.nextImportAt)
    : t('catalog.sources.next.by-hand');
}
