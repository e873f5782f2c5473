import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { importTitle, type ImportPageProps } from './show-import.page.tsx';
import type { MissingRecord } from './show-import.queries.ts';

export interface MissingPageProps extends Pick<ImportPageProps, 't' | 'href' | 'told'> {
  readonly records: readonly MissingRecord[];
  readonly page: number;
  readonly pages: number;
}

/** What an import did not see, and a person has to decide about. */
export function MissingPage({ t, href, told, records, page, pages }: MissingPageProps) {
  const here = `/operator/imports/${told.id}/missing`;
  return (
    <>
      <Pagehead
        eyebrow={importTitle({ t, told })}
        title={t('catalog.imports.question', { n: told.missing })}
        lead={<a href={href(`/operator/imports/${told.id}`)}>{t('catalog.imports.back')}</a>}
      />
      <DataTable
        t={t}
        caption={t('catalog.imports.missing')}
        captionUnseen
        columns={[
          { label: t('catalog.imports.column.record') },
          { label: t('catalog.imports.column.key') },
          { label: t('catalog.imports.column.seen') },
        ]}
        rows={records.map((record) => [
          <a href={href(`/courses/${record.slug}`)}>
            <bdi>{record.title}</bdi>
          </a>,
          <code dir="ltr" class="wrap-anywhere">
            {record.key}
          </code>,
          t.day(record.seenAt.toISOString().slice(0, 10)),
        ])}
      />
      <Pagination
        t={t}
        page={page}
        pages={pages}
        hrefOf={(to) => href(here) + (to > 1 ? `?page=${to}` : '')}
      />
    </>
  );
}
