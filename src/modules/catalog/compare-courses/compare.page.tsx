import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { FoundList } from '../search-courses/found-list.tsx';
import type { FoundCourses } from '../search-courses/find-courses.ts';
import type { CompareRow } from './compare-rows.ts';
import { CompareTable } from './compare-table.tsx';
import { type Compared, mostCompared } from './compared.ts';

export interface ComparePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly compared: Compared;
  readonly rows: readonly CompareRow[];
  readonly onlyDifferences: boolean;
  /** Address of a comparison of these courses. */
  readonly addressOf: (slugs: readonly string[], only?: boolean) => string;
  readonly search: FoundCourses;
}

export function ComparePage(props: ComparePageProps) {
  const { t, compared, rows, onlyDifferences, addressOf } = props;
  const { courses } = compared;
  const slugs = courses.map((course) => course.slug);
  const shown = onlyDifferences ? rows.filter((row) => row.differs) : rows;
  return (
    <>
      <Pagehead
        title={t('catalog.compare.title')}
        lead={t('catalog.compare.lead')}
        actions={
          courses.length > 1 && (
            <LinkButton href={addressOf(slugs, !onlyDifferences)}>
              {t(onlyDifferences ? 'catalog.compare.everything' : 'catalog.compare.only')}
            </LinkButton>
          )
        }
      />
      {compared.leftOut > 0 && <Notice tone="soon">{t('catalog.compare.too-many')}</Notice>}
      {compared.unknown > 0 && (
        <Notice tone="soon">{t('catalog.compare.unknown', { n: compared.unknown })}</Notice>
      )}
      {courses.length === 0 && (
        <EmptyState title={t('catalog.compare.empty')} text={t('catalog.compare.empty.text')} />
      )}
      {courses.length > 0 && <CompareTable {...props} rows={shown} />}
      {onlyDifferences && shown.length === 0 && <p>{t('catalog.compare.no-difference')}</p>}
      {courses.length === 1 && <p class="soft">{t('catalog.compare.one-more')}</p>}
      <AddCourse {...props} slugs={slugs} />
    </>
  );
}

function AddCourse({
  t,
  site,
  search,
  slugs,
  addressOf,
}: ComparePageProps & { readonly slugs: readonly string[] }) {
  if (slugs.length >= mostCompared) return <p class="soft section">{t('catalog.compare.full')}</p>;
  return (
    <section class="section">
      <form class="course-search" role="search" method="get" action={urlFor(site, t.lang, '/compare')}>
        <input type="hidden" name="courses" value={slugs.join(',')} />
        <TextInput
          id="compare-q"
          name="q"
          type="search"
          label={t('catalog.compare.search')}
          placeholder={t('catalog.compare.search.hint')}
          value={search.q}
          maxlength={200}
          autocomplete="off"
        />
        <Button icon="search" kind={slugs.length === 0 ? 'first' : 'plain'}>
          {t('ui.search')}
        </Button>
      </form>
      <FoundList
        t={t}
        site={site}
        search={search}
        actionOf={(card) => (
          <LinkButton small href={addressOf([...slugs, card.slug])}>
            {t('catalog.compare.add')}
            <span class="unseen"> {card.title}</span>
          </LinkButton>
        )}
      />
    </section>
  );
}
