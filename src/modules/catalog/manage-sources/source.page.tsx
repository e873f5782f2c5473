import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { ImportStateChip } from '../show-import/import-state-chip.tsx';
import { sayEvery } from './say-every.ts';
import { sourceState } from './source-state.ts';
import { countsLine, nextOf, type SourcePageProps, SourceStateChip, sourceTitle } from './sources.page.tsx';
import type { LastImport, ListedSource } from './sources.queries.ts';

export interface OneSourceProps extends SourcePageProps {
  readonly source: ListedSource;
  readonly imports: readonly LastImport[];
  readonly fileError?: string | undefined;
}

/** One source: where it reads, what it brought, what one can do with it. */
export function SourcePage(props: OneSourceProps) {
  const { t, source, now, href } = props;
  return (
    <>
      <Pagehead
        title={sourceTitle(source, t)}
        lead={<SourceStateChip t={t} source={source} now={now} />}
        actions={
          <LinkButton href={href(`/operator/sources/${source.id}/edit`)}>
            {t('catalog.sources.edit')}
          </LinkButton>
        }
      />
      <Waiting {...props} />
      {source.failures > 0 && source.lastError !== null && (
        <Notice tone="bad" title={t('catalog.sources.failures', { n: source.failures })}>
          <bdi lang="en">{source.lastError}</bdi>
        </Notice>
      )}
      <div class="aside">
        <div class="stack">
          <SourceFactsList {...props} />
          <SourceImports {...props} />
        </div>
        <SourceDeeds {...props} />
      </div>
    </>
  );
}

/** While something is under way the page comes back by itself (see the route). */
function Waiting({ t, source, now, href }: OneSourceProps) {
  const state = sourceState(source, now);
  if (state === 'queued') return <Notice>{t('catalog.sources.queued')}</Notice>;
  if (state === 'running' && source.last)
    return (
      <Notice>
        {t('catalog.sources.running')}{' '}
        <a href={href(`/operator/imports/${source.last.id}`)}>{t('catalog.sources.watch')}</a>
      </Notice>
    );
  if (state === 'question' && source.last)
    return (
      <Notice tone="soon" title={t('catalog.imports.question', { n: source.last.missing })}>
        <a href={href(`/operator/imports/${source.last.id}`)}>{t('catalog.imports.decide')}</a>
      </Notice>
    );
  return null;
}

function SourceFactsList({ t, source }: OneSourceProps) {
  const from = source.location ? (
    <a href={source.location} rel="noopener noreferrer" target="_blank" dir="ltr" class="wrap-anywhere">
      {source.location}
    </a>
  ) : source.fileName ? (
    <bdi>
      {t('catalog.sources.file', { name: source.fileName, kb: Math.ceil((source.fileBytes ?? 0) / 1024) })}
    </bdi>
  ) : (
    t('catalog.sources.from-command-line')
  );
  return (
    <Definitions
      items={[
        { term: t('catalog.sources.column.from'), value: from },
        {
          term: t('catalog.sources.column.every'),
          value:
            source.everyHours === null || source.location === null
              ? t('catalog.sources.next.by-hand')
              : sayEvery(t, source.everyHours),
        },
        { term: t('catalog.sources.column.next'), value: nextOf(t, source) },
        { term: t('catalog.sources.column.courses'), value: t.number(source.listed) },
      ]}
    />
  );
}

function SourceImports({ t, imports, href, now }: OneSourceProps) {
  return (
    <DataTable
      t={t}
      caption={t('catalog.sources.imports')}
      columns={[
        { label: t('catalog.imports.column.when') },
        { label: t('catalog.imports.column.state') },
        { label: t('catalog.imports.column.counts') },
      ]}
      rows={imports.map((each) => [
        <a href={href(`/operator/imports/${each.id}`)}>{t.moment(each.startedAt)}</a>,
        <ImportStateChip t={t} told={each} now={now} />,
        <Facts items={countsLine(t, each)} />,
      ])}
      empty={t('catalog.sources.never')}
    />
  );
}

/** What one can do: import now, try without changing anything, pause, another file. */
function SourceDeeds({ t, source, fileError }: OneSourceProps) {
  const action = (deed: string) => `/operator/sources/${source.id}/${deed}`;
  const canImport = source.location !== null || source.fileKey !== null;
  return (
    <div class="stack">
      <form method="post" action={action('import')} class="stack card">
        <h2>{t('catalog.sources.deeds')}</h2>
        {canImport && (
          <>
            <Button kind="first" wide name="how" value="import" disabled={source.isQueued}>
              {t('catalog.sources.import-now')}
            </Button>
            <Button wide name="how" value="try" disabled={source.isQueued}>
              {t('catalog.sources.try')}
            </Button>
            <p class="small soft">{t('catalog.sources.try-text')}</p>
          </>
        )}
        {source.location !== null && source.everyHours !== null && (
          <Button kind="quiet" wide formAction={action(source.paused ? 'resume' : 'pause')}>
            {t(source.paused ? 'catalog.sources.resume' : 'catalog.sources.pause')}
          </Button>
        )}
      </form>
      {source.location === null && (
        <form method="post" action={action('file')} enctype="multipart/form-data" class="stack card">
          <TextInput
            id="feed"
            name="feed"
            type="file"
            required
            label={t('catalog.sources.new-file')}
            hint={t('catalog.sources.file-hint')}
            error={fileError}
          />
          <Button wide>{t('catalog.sources.upload')}</Button>
        </form>
      )}
    </div>
  );
}
