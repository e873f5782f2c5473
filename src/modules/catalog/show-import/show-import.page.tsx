import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Progress } from '../../../platform/ui/progress.tsx';
import { shownImportState } from '../manage-sources/source-state.ts';
import { type SourcePageProps, sourceTitle } from '../manage-sources/sources.page.tsx';
import { ImportStateChip } from './import-state-chip.tsx';
import { type ProblemListProps, ProblemList } from './problem-list.tsx';
import { paceOf, sayDuration } from './progress-of.ts';
import type { ShownImport } from './show-import.queries.ts';

export interface ImportPageProps extends SourcePageProps {
  readonly told: ShownImport;
  readonly problems: Omit<ProblemListProps, 't' | 'href' | 'importId'>;
}

export const importTitle = (props: Pick<ImportPageProps, 't' | 'told'>): string =>
  sourceTitle(
    { platform: props.told.platform, format: props.told.format, name: props.told.sourceName },
    props.t,
  );

/** The report of one import: how it stands, counts that add up, what a person has to decide, what went wrong. */
export function ImportPage(props: ImportPageProps) {
  const { t, told, href, now } = props;
  return (
    <>
      <Pagehead
        eyebrow={t(told.dryRun ? 'catalog.imports.trial' : 'catalog.imports.title')}
        title={importTitle(props)}
        lead={<ImportStateChip t={t} told={told} now={now} />}
        actions={
          <LinkButton kind="quiet" href={href(`/operator/imports/${told.id}/report.json`)}>
            {t('catalog.imports.download')}
          </LinkButton>
        }
      />
      <div class="stack">
        <ImportNews {...props} />
        <div class="aside">
          <ImportCounts {...props} />
          <ImportFacts {...props} />
        </div>
        <ProblemList t={t} href={href} importId={told.id} {...props.problems} />
      </div>
    </>
  );
}

function ImportNews(props: ImportPageProps) {
  const { t, told, now } = props;
  const state = shownImportState(told, now);
  return (
    <>
      {state === 'running' && <ImportProgress {...props} />}
      {state === 'stopped' && (
        <Notice tone="bad" title={t('catalog.imports.stopped')}>
          {t('catalog.imports.stopped-text')}
        </Notice>
      )}
      {told.error !== null && (
        <Notice tone="bad" title={t('catalog.imports.broke-off')}>
          <bdi lang="en">{told.error}</bdi>
        </Notice>
      )}
      {told.incomplete !== null && (
        <Notice tone="soon" title={t('catalog.imports.incomplete')}>
          <bdi lang="en">{told.incomplete}</bdi>
        </Notice>
      )}
      {told.notModified && <Notice>{t('catalog.imports.not-modified-text')}</Notice>}
      {told.dryRun && state === 'done' && <Notice>{t('catalog.imports.trial-text')}</Notice>}
      {told.dryRun && told.missing > 0 && (
        <Notice tone="soon">
          {t('catalog.imports.would-question', { missing: told.missing, listed: told.listed })}
        </Notice>
      )}
      {state === 'waiting' && <Question {...props} />}
      {told.decision !== null && <Notice tone="good">{sayDecision(props)}</Notice>}
    </>
  );
}

function ImportProgress({ t, told }: ImportPageProps) {
  const pace = paceOf(told);
  const phase = told.phase ?? 'reading';
  const done =
    told.total === null
      ? t('catalog.imports.done-so-far', { n: told.done })
      : t('catalog.imports.done-of', { n: told.done, total: told.total });
  return (
    <Progress
      t={t}
      label={t(`catalog.imports.phase.${phase}`)}
      value={told.total === null ? 0 : told.done}
      max={told.total ?? 1}
      done={done}
      rate={pace && t('catalog.imports.rate', { n: Math.round(pace.perSecond) })}
      left={pace?.secondsLeft === undefined ? undefined : sayDuration(t, pace.secondsLeft)}
    />
  );
}

/** Too much would go at once: a person decides. */
function Question({ t, told, href }: ImportPageProps) {
  return (
    <form method="post" action={`/operator/imports/${told.id}/decide`} class="stack card">
      <h2>{t('catalog.imports.question', { n: told.missing })}</h2>
      <p>{t('catalog.imports.question-text', { missing: told.missing, listed: told.listed })}</p>
      <p>
        <a href={href(`/operator/imports/${told.id}/missing`)}>{t('catalog.imports.show-missing')}</a>
      </p>
      <div class="row">
        <Button kind="first" name="answer" value="kept">
          {t('catalog.imports.keep')}
        </Button>
        <Button kind="danger" name="answer" value="gone">
          {t('catalog.imports.let-go')}
        </Button>
      </div>
    </form>
  );
}

function sayDecision({ t, told }: ImportPageProps): string {
  if (told.decision === 'overtaken' || !told.decidedAt) return t('catalog.imports.decision.overtaken');
  return t(`catalog.imports.decision.${told.decision ?? 'kept'}`, {
    name: told.decidedBy ?? '',
    when: t.moment(told.decidedAt),
  });
}

/** read = created + updated + unchanged + refused; degraded lies across the first three. */
function ImportCounts({ t, told }: ImportPageProps) {
  const { counts } = told;
  const line = (key: 'created' | 'updated' | 'unchanged' | 'refused' | 'read') => [
    t(`catalog.imports.count.${key}`),
    t.number(counts[key]),
  ];
  const further = (['degraded', 'gone', 'returned'] as const).filter((key) => counts[key] > 0);
  return (
    <div class="stack">
      <DataTable
        t={t}
        caption={t('catalog.imports.counts')}
        columns={[
          { label: t('catalog.imports.column.became') },
          { label: t('catalog.imports.column.records'), numeric: true },
        ]}
        rows={(['created', 'updated', 'unchanged', 'refused', 'read'] as const).map(line)}
      />
      {further.length > 0 && (
        <ul class="plain">
          {further.map((key) => (
            <li key={key}>{t(`catalog.imports.further.${key}`, { n: counts[key] })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ImportFacts({ t, told, href }: ImportPageProps) {
  const seconds = told.finishedAt ? (told.finishedAt.getTime() - told.startedAt.getTime()) / 1000 : undefined;
  return (
    <Definitions
      items={[
        {
          term: t('catalog.sources.column.source'),
          value: <a href={href(`/operator/sources/${told.sourceId}`)}>{importTitle({ t, told })}</a>,
        },
        {
          term: t('catalog.sources.column.from'),
          value: (
            <bdi dir="ltr" class="wrap-anywhere">
              {told.location}
            </bdi>
          ),
        },
        { term: t('catalog.imports.column.when'), value: t.moment(told.startedAt) },
        ...(seconds === undefined
          ? []
          : [{ term: t('catalog.imports.took'), value: sayDuration(t, seconds) }]),
        { term: t('catalog.imports.by'), value: <bdi>{told.actor}</bdi> },
      ]}
    />
  );
}
