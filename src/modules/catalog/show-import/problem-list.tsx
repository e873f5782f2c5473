import type { Translator } from '../../../platform/i18n/translator.ts';
import { queryString } from '../../../platform/http/site.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import type { ProblemFilter, ProblemKind, ShownProblem } from './show-import.queries.ts';

export interface ProblemListProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly importId: string;
  readonly kinds: readonly ProblemKind[];
  readonly filter: ProblemFilter;
  readonly problems: readonly ShownProblem[];
  readonly page: number;
  readonly pages: number;
}

/** What a person should read: refused records, and fields that could not be used as they stood. */
export function ProblemList(props: ProblemListProps) {
  const { t, kinds, problems, page, pages } = props;
  if (kinds.length === 0) return null;
  return (
    <section class="section" data-region="problems">
      <header>
        <h2>{t('catalog.imports.problems')}</h2>
      </header>
      <ProblemFilters {...props} />
      <DataTable
        t={t}
        caption={t('catalog.imports.problems')}
        captionUnseen
        columns={[
          { label: t('catalog.imports.column.record') },
          { label: t('catalog.imports.column.problem') },
          { label: t('catalog.imports.column.reason') },
        ]}
        rows={problems.map((problem) => [
          <bdi>
            {problem.title ?? problem.key ?? t('catalog.imports.record', { n: problem.position + 1 })}
          </bdi>,
          <>
            {t(`catalog.imports.outcome.${problem.outcome}`)}
            {problem.field !== null && (
              <>
                {' '}
                <code dir="ltr">{problem.field}</code>
              </>
            )}
          </>,
          <bdi lang="en" dir="ltr" class="wrap-anywhere">
            {problem.reason}
          </bdi>,
        ])}
      />
      <Pagination
        t={t}
        page={page}
        pages={pages}
        hrefOf={(to) => addressOf(props, props.filter, to)}
        swap="problems"
      />
    </section>
  );
}

function addressOf({ href, importId }: ProblemListProps, filter: ProblemFilter, page = 1): string {
  const query = { ...filter, ...(page > 1 ? { page } : {}) };
  return href(`/operator/imports/${importId}`) + queryString(query);
}

/** Kinds of problems with their counts; the chosen one is removed by pressing it again. */
function ProblemFilters(props: ProblemListProps) {
  const { t, kinds, filter } = props;
  return (
    <ul class="row plain">
      {kinds.slice(0, 20).map((kind) => {
        const chosen = filter.outcome === kind.outcome && (filter.field ?? null) === kind.field;
        const words = [t(`catalog.imports.outcome.${kind.outcome}`), kind.field].filter(Boolean).join(' · ');
        const wanted = chosen ? {} : { outcome: kind.outcome, ...(kind.field ? { field: kind.field } : {}) };
        return (
          <li key={words}>
            <Chip
              href={addressOf(props, wanted)}
              tone={chosen ? 'bridge' : 'plain'}
              removeLabel={chosen ? t('catalog.imports.show-all') : undefined}
              swap="problems"
            >
              {words} {t.number(kind.count)}
            </Chip>
          </li>
        );
      })}
    </ul>
  );
}

/** How many problems a filter leaves. */
export function countOf(kinds: readonly ProblemKind[], filter: ProblemFilter): number {
  return kinds
    .filter((kind) => filter.outcome === undefined || kind.outcome === filter.outcome)
    .filter((kind) => filter.field === undefined || kind.field === filter.field)
    .reduce((sum, kind) => sum + kind.count, 0);
}
