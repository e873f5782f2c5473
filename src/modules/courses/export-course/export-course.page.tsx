import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import type { ExportCounts, ExportProblem } from './export-report.ts';
import { type ExportFormat, exportFormats, type PartReport } from './packed-course.ts';

export interface ExportPageProps {
  readonly t: Translator;
  readonly format: ExportFormat;
  readonly pageOf: (format: ExportFormat) => string;
  readonly download: string;
  readonly fileName: string;
  readonly counts: ExportCounts;
  readonly problems: readonly ExportProblem[];
  /** About the course as a whole. */
  readonly notes: readonly string[];
}

/** Which format, what it will say of the course and what not, and the file. */
export function ExportPage(props: ExportPageProps) {
  const { t, format, counts, problems, notes } = props;
  return (
    <>
      <Tabs
        t={t}
        label={t('courses.export.formats')}
        items={exportFormats.map((each) => ({
          label: t(`courses.export.format.${each}`),
          href: props.pageOf(each),
          current: each === format,
        }))}
      />
      <div class="stack">
        <p>{t(`courses.export.about.${format}`)}</p>
        <Counts t={t} counts={counts} />
        <p>
          <LinkButton kind="first" href={props.download}>
            {t('courses.export.download')}
          </LinkButton>{' '}
          <span class="small">
            <bdi>{props.fileName}</bdi>
          </span>
        </p>
        {(['left-out', 'degraded'] as const).map((said) => (
          <Problems
            t={t}
            title={t(`courses.export.said.${said}`)}
            problems={problems.filter((problem) => problem.said === said)}
          />
        ))}
        {notes.length > 0 && (
          <section>
            <h2>{t('courses.export.whole')}</h2>
            <ul>
              {notes.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function Counts({ t, counts }: { t: Translator; counts: ExportCounts }) {
  if (counts.items === 0) return <Notice>{t('courses.export.empty')}</Notice>;
  if (counts.full === counts.items)
    return <Notice tone="good">{t('courses.export.all', { n: counts.items })}</Notice>;
  return (
    <Notice>
      {t.list(
        (['full', 'degraded', 'left-out'] as const)
          .filter((said) => counts[said] > 0)
          .map((said) => t(`courses.export.${said}`, { n: counts[said] })),
      )}
    </Notice>
  );
}

/** Parts named under one reason. */
const mostNamed = 8;

function Problems({
  t,
  title,
  problems,
}: {
  t: Translator;
  title: string;
  problems: readonly ExportProblem[];
}) {
  if (problems.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        t={t}
        caption={title}
        captionUnseen
        columns={[{ label: t('courses.export.column.why') }, { label: t('courses.export.column.where') }]}
        rows={problems.map(({ text, parts }) => [text, <Parts t={t} parts={parts} />])}
      />
    </section>
  );
}

function Parts({ t, parts }: { t: Translator; parts: readonly PartReport[] }) {
  const titles = [...new Set(parts.map(({ title }) => title).filter((title) => title !== ''))];
  return (
    <>
      {t('courses.export.parts', { n: parts.length })}
      {titles.length > 0 && (
        <>
          {' '}
          <span class="small" dir="auto">
            {titles.slice(0, mostNamed).join(' · ')}
            {titles.length > mostNamed && ' …'}
          </span>
        </>
      )}
    </>
  );
}
