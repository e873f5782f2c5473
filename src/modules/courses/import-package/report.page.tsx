import type { Query } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Prose } from '../../../platform/ui/prose.tsx';
import { Progress } from '../../../platform/ui/progress.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import type { ShownImport } from './imports.queries.ts';
import type { Outcome } from './package-reader.ts';
import {
  asNote,
  countsOf,
  outcomes,
  type PackageReport,
  type ReportedItem,
  sayNote,
} from './package-report.ts';

const filters = ['attention', 'all', ...outcomes] as const;
export type ReportFilter = (typeof filters)[number];

/** What the address asks for; else what deserves a look, where there is any. */
export function filterNamed(name: string | undefined, report: PackageReport): ReportFilter {
  const named = filters.find((each) => each === name);
  return named ?? (report.items.some(needsLook) ? 'attention' : 'all');
}

const needsLook = ({ outcome }: ReportedItem): boolean => outcome !== 'converted';

const passes = (filter: ReportFilter, item: ReportedItem): boolean =>
  filter === 'all' || (filter === 'attention' ? needsLook(item) : item.outcome === filter);

export interface ReportPageProps {
  readonly t: Translator;
  readonly to: (path: string, query?: Query) => string;
  readonly shown: ShownImport;
  readonly filter: ReportFilter;
  readonly page: number;
}

/** What came of a package: how far it is, why it was not taken, or every item of it. */
export function ReportPage(props: ReportPageProps) {
  const { t, to, shown } = props;
  if (shown.state === 'done') return <Report {...props} />;
  return (
    <>
      <Pagehead title={shown.name} />
      {shown.state === 'refused' ? <Refused t={t} to={to} report={shown.report} /> : <Waiting {...props} />}
    </>
  );
}

function Waiting({ t, to, shown }: ReportPageProps) {
  return (
    <div class="stack" aria-live="polite">
      <h2>{t(shown.state === 'waiting' ? 'courses.import.state.waiting' : 'courses.import.wait.title')}</h2>
      <p>{t('courses.import.wait.text')}</p>
      {shown.total > 0 && (
        <Progress
          t={t}
          label={t('courses.import.progress')}
          value={shown.done}
          max={shown.total}
          done={t('courses.import.progress.done', {
            done: t.number(shown.done),
            total: t.number(shown.total),
          })}
        />
      )}
      <div class="row">
        <LinkButton href={to(`/teach/imports/${shown.id}`)}>{t('courses.import.wait.look')}</LinkButton>
      </div>
    </div>
  );
}

function Refused({ t, to, report }: Pick<ReportPageProps, 't' | 'to'> & { readonly report: PackageReport }) {
  const failure = report.failure ?? { code: 'failed' };
  return (
    <div class="stack">
      <Notice tone="bad" title={t('courses.import.refused.title')}>
        <p>{sayNote(t, asNote(failure))}</p>
      </Notice>
      <div class="row">
        <LinkButton kind="first" href={to('/teach/import')}>
          {t('courses.import.again')}
        </LinkButton>
      </div>
    </div>
  );
}

const formatNames: Readonly<Record<string, string>> = {
  passerelle: 'Passerelle',
  olx: 'Open edX (OLX)',
  'common-cartridge': 'Common Cartridge',
  qti: 'QTI',
  moodle: 'Moodle',
  markdown: 'Markdown',
};

function Report({ t, to, shown, filter, page }: ReportPageProps) {
  const { report, courseId } = shown;
  const { items, converted } = countsOf(report);
  const summary = t('courses.import.summary', { converted: t.number(converted), items: t.number(items) });
  return (
    <>
      <Pagehead
        title={report.title || shown.name}
        eyebrow={formatNames[shown.format] ?? shown.format}
        lead={summary}
        actions={
          courseId !== null && (
            <LinkButton kind="first" href={to(`/teach/courses/${courseId}`)}>
              {t('courses.import.open-course')}
            </LinkButton>
          )
        }
      />
      <Facts items={[shown.name, t.moment(shown.at)]} />
      {courseId === null && <Notice tone="soon">{t('courses.import.course-gone')}</Notice>}
      {report.notes.length > 0 && (
        <section class="section">
          <header>
            <h2>{t('courses.import.about-package')}</h2>
          </header>
          <Prose>
            <Notes t={t} notes={report.notes} />
          </Prose>
        </section>
      )}
      <Items t={t} to={to} shown={shown} filter={filter} page={page} />
    </>
  );
}

function Notes({ t, notes }: { readonly t: Translator; readonly notes: PackageReport['notes'] }) {
  return (
    <ul>
      {notes.map((note, at) => (
        <li key={at}>{sayNote(t, asNote(note))}</li>
      ))}
    </ul>
  );
}

const perPage = 50;

function Items({ t, to, shown, filter, page }: ReportPageProps) {
  const { items } = shown.report;
  const wanted = items.filter((item) => passes(filter, item));
  const pages = Math.max(1, Math.ceil(wanted.length / perPage));
  const at = Math.min(page, pages);
  const here = (query: Query) => to(`/teach/imports/${shown.id}`, query);
  const tabs = filters.map((each) => ({ each, count: items.filter((item) => passes(each, item)).length }));
  return (
    <section class="section" data-region="items">
      <header>
        <h2>{t('courses.import.items')}</h2>
      </header>
      <Tabs
        t={t}
        label={t('courses.import.items')}
        swap="items"
        items={tabs
          .filter(({ each, count }) => count > 0 || each === filter)
          .map(({ each, count }) => ({
            label: labelOf(t, each),
            href: here({ show: each }),
            count,
            current: each === filter,
          }))}
      />
      <DataTable
        t={t}
        caption={labelOf(t, filter)}
        captionUnseen
        columns={[
          { label: t('courses.import.column.item') },
          { label: t('courses.import.column.outcome') },
          { label: t('courses.import.column.notes') },
        ]}
        rows={wanted.slice((at - 1) * perPage, at * perPage).map((item) => rowOf(t, to, shown, item))}
        empty={t('courses.import.nothing')}
      />
      <Pagination
        t={t}
        page={at}
        pages={pages}
        swap="items"
        hrefOf={(n) => here({ show: filter, page: n > 1 ? n : undefined })}
      />
    </section>
  );
}

const labelOf = (t: Translator, filter: ReportFilter): string =>
  filter === 'all' || filter === 'attention'
    ? t(`courses.import.tab.${filter}`)
    : t(`courses.import.outcome.${filter}`);

const tones: Readonly<Record<Outcome, 'open' | 'soon' | 'bridge' | 'bad'>> = {
  converted: 'open',
  degraded: 'soon',
  kept: 'bridge',
  refused: 'bad',
};

function rowOf(
  t: Translator,
  to: ReportPageProps['to'],
  { courseId }: ShownImport,
  { id, type, title, outcome, notes, unit, block }: ReportedItem,
) {
  const name = <bdi>{title || id}</bdi>;
  const isThere = courseId !== null && unit !== undefined && block !== undefined;
  return [
    <>
      {isThere ? (
        <a href={`${to(`/teach/courses/${courseId}/units/${unit}`)}#blocks-${block}`}>{name}</a>
      ) : (
        name
      )}
      <br />
      <span class="soft small">{type}</span>
    </>,
    <Chip tone={tones[outcome]}>{t(`courses.import.outcome.${outcome}`)}</Chip>,
    notes.length > 0 && <Notes t={t} notes={notes} />,
  ];
}
