import type { Translator } from '../../../platform/i18n/translator.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import type { ShownLink } from './check-links.queries.ts';

export const linkStates = ['dead', 'moved', 'unsure'] as const;
export type LinkListState = (typeof linkStates)[number];

export interface LinksProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly state: LinkListState;
  readonly links: readonly ShownLink[];
  readonly page: number;
  readonly pages: number;
}

/** Courses whose organiser page does not answer any more, has moved, or could not be looked at. */
export function LinksPage({ t, href, state, links, page, pages }: LinksProps) {
  const address = (to: LinkListState, number = 1) =>
    href('/operator/links') + `?state=${to}${number > 1 ? `&page=${number}` : ''}`;
  return (
    <>
      <Pagehead title={t('catalog.links.title')} lead={t('catalog.links.lead')} />
      <Tabs
        t={t}
        label={t('catalog.links.title')}
        items={linkStates.map((each) => ({
          label: t(`catalog.links.state.${each}`),
          href: address(each),
          current: each === state,
        }))}
      />
      {links.length === 0 ? (
        <EmptyState title={t(`catalog.links.empty.${state}`)} text={t('catalog.links.empty-text')} />
      ) : (
        <LinkTable t={t} href={href} state={state} links={links} />
      )}
      <Pagination t={t} page={page} pages={pages} hrefOf={(to) => address(state, to)} />
    </>
  );
}

function LinkTable({ t, href, state, links }: Pick<LinksProps, 't' | 'href' | 'state' | 'links'>) {
  const day = (date: Date | null) => (date ? t.day(date.toISOString().slice(0, 10)) : '–');
  return (
    <DataTable
      t={t}
      caption={t(`catalog.links.state.${state}`)}
      captionUnseen
      columns={[
        { label: t('catalog.links.course') },
        { label: t('catalog.links.address') },
        { label: t('catalog.links.found') },
        { label: t('catalog.links.since') },
      ]}
      rows={links.map((link) => [
        <>
          <a href={href(`/operator/courses/${link.courseId}`)}>
            <bdi>{link.title}</bdi>
          </a>
          <p class="small soft">
            <bdi>{link.platform}</bdi>
          </p>
        </>,
        <a href={link.url} target="_blank" rel="noopener noreferrer" dir="ltr" class="wrap-anywhere">
          {link.url}
        </a>,
        <bdi lang="en" class="wrap-anywhere">
          {link.reason}
        </bdi>,
        day(link.since),
      ])}
    />
  );
}
