import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { FilterSheet } from '../../../platform/ui/filter-sheet.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { SearchBox } from '../../../platform/ui/search-box.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { CourseResult } from './course-result.tsx';
import { EmptyResults } from './empty-results.tsx';
import { facetBoxes } from './facet-boxes.tsx';
import type { Facet } from './facets.ts';
import { mendedWords } from './mended-words.ts';
import { optionName } from './option-names.ts';
import { without } from './search-address.ts';
import { type CourseQuery, mostListed, type SearchResults } from './search-courses.ts';
import { shownFacets } from './shown-facets.ts';
import { sorts } from './sorts.ts';

export interface SearchPageProps {
  readonly t: Translator;
  readonly query: CourseQuery;
  readonly found: SearchResults;
  /** Today, ISO date. */
  readonly today: string;
  /** Path that answers searches, with its language. */
  readonly action: string;
  readonly addressOf: (query: Partial<CourseQuery>) => string;
  readonly courseAddress: (slug: string) => string;
  readonly whyAddress: (slug: string) => string;
  readonly rankingAddress: string;
  /** Where one asks to be told of new courses that match. */
  readonly followAddress: (query: CourseQuery) => string;
  /** Where one says that a course is missing. */
  readonly proposeAddress: string;
  /** The same search as feeds and as a calendar. */
  readonly feedsOf: (query: CourseQuery) => readonly { readonly href: string; readonly label: string }[];
  /** A facet whose choice is the page itself (a subject's, a provider's): neither shown nor removable. */
  readonly fixed?: Facet | undefined;
}

const form = 'search';
const regions = 'bar filters results';

/** Search box, chosen filters, facets and results; the whole state is the address. */
export function SearchPage(props: SearchPageProps) {
  const { t, query, found, action } = props;
  return (
    <>
      <SearchBox
        t={t}
        id={form}
        action={action}
        label={t('catalog.search.label')}
        value={query.q}
        placeholder={t('catalog.search.placeholder')}
        live={regions}
      />
      <div data-region="bar">
        <Bar {...props} />
      </div>
      <div class="browse">
        <aside aria-label={t('ui.filters')}>
          <FilterSheet
            t={t}
            form={form}
            chosen={chosenValues(props).length}
            apply={t('catalog.search.show', { n: found.total })}
          >
            <div data-region="filters" dangerouslySetInnerHTML={{ __html: facetBoxes(props, form) }} />
          </FilterSheet>
        </aside>
        <section aria-label={t('catalog.search.results')} data-region="results">
          <Results {...props} />
        </section>
      </div>
    </>
  );
}

interface Chosen {
  readonly facet: Facet;
  readonly value: string;
  readonly label: string;
}

function chosenValues({ t, query, found, fixed }: SearchPageProps): Chosen[] {
  return shownFacets
    .filter(([facet]) => facet !== fixed)
    .flatMap(([facet]) =>
      (query.selection[facet] ?? []).map((value) => {
        const name = found.facets[facet].find((each) => each.value === value)?.name;
        return { facet, value, label: optionName(t, facet, value, name) };
      }),
    );
}

function Bar(props: SearchPageProps) {
  const { t, query, found, addressOf, followAddress, fixed } = props;
  const chosen = chosenValues(props);
  const kept = fixed && query.selection[fixed] ? { [fixed]: query.selection[fixed] } : {};
  return (
    <div class="browse-bar">
      <b data-announce>{t('catalog.search.count', { n: found.total })}</b>
      {chosen.length > 0 && (
        <ul class="row" aria-label={t('catalog.search.chosen')}>
          {chosen.map(({ facet, value, label }) => (
            <li key={facet + value}>
              <Chip
                tone="bridge"
                href={addressOf(without(query, facet, value))}
                removeLabel={t('catalog.search.remove', { name: label })}
                swap={regions}
              >
                {label}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 1 && (
        <a class="small" href={addressOf({ ...query, selection: kept, page: 1 })} data-swap={regions}>
          {t('catalog.search.removeAll')}
        </a>
      )}
      {found.total > 0 && isNarrowed(query) && (
        <LinkButton small icon="bell" href={followAddress(query)}>
          {t('catalog.saved.link')}
        </LinkButton>
      )}
      <Select
        inline
        id="sort"
        name="sort"
        form={form}
        label={t('catalog.search.sort')}
        value={query.sort}
        options={sorts.map((sort) => ({ value: sort, label: t(`catalog.sort.${sort}`) }))}
      />
    </div>
  );
}

/** The whole catalogue is nothing to follow. */
export const isNarrowed = ({ q, selection }: CourseQuery): boolean =>
  q.trim() !== '' || Object.keys(selection).length > 0;

function Results(props: SearchPageProps) {
  const { t, query, found, today, addressOf, courseAddress, whyAddress, rankingAddress, feedsOf } = props;
  if (found.total === 0) return <EmptyResults {...props} />;
  const isLastListed = found.page === found.pageCount && found.total > mostListed;
  return (
    <>
      <Corrected {...props} />
      <div class="list">
        {found.results.map((result) => (
          <CourseResult
            key={result.card.id}
            t={t}
            result={result}
            today={today}
            hrefOf={courseAddress}
            whyOf={whyAddress}
          />
        ))}
      </div>
      {isLastListed && <p class="soft">{t('catalog.search.lastPage', { n: mostListed })}</p>}
      <Pagination
        t={t}
        page={found.page}
        pages={found.pageCount}
        hrefOf={(page) => addressOf({ ...query, page })}
        swap={regions}
      />
      <div class="small soft list-foot">
        <p>
          {t('catalog.search.follow')}{' '}
          {feedsOf(query).map(({ href, label }) => (
            <a key={href} href={href} data-no-prefetch>
              {label}
            </a>
          ))}
        </p>
        <p>
          {t('catalog.search.fair')} <a href={rankingAddress}>{t('catalog.search.formula')}</a>
        </p>
        {found.results.some(({ card }) => card.isSample) && <p>{t('catalog.search.sample')}</p>}
      </div>
    </>
  );
}

/** Says which words were read as others, and how to insist. */
function Corrected({ t, query, found, addressOf }: SearchPageProps) {
  if (found.corrected.length === 0) return null;
  const meant = mendedWords(found);
  return (
    <Notice>
      <p>
        {t('catalog.search.corrected', { meant })}{' '}
        <a href={addressOf({ ...query, exact: true, page: 1 })} data-swap={regions}>
          {t('catalog.search.exactly', { typed: found.query.text })}
        </a>
      </p>
    </Notice>
  );
}
