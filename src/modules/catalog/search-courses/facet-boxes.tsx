import { renderToString } from 'preact-render-to-string';
import { FacetList } from '../../../platform/ui/facet-list.tsx';
import type { FacetCounts } from './facet-counts.ts';
import { facetName } from './option-names.ts';
import type { SearchPageProps } from './search-courses.page.tsx';
import { facetOptions, shownFacets } from './shown-facets.ts';

type FacetBoxesProps = Pick<SearchPageProps, 't' | 'query' | 'found' | 'fixed'>;

/** What was written of counts that stand ready (browse-counts.queries.ts), by language and choice; gone with them. */
const written = new WeakMap<FacetCounts, Map<string, string>>();

/**
 * The HTML of all boxes to tick. They are most of the elements of a list of courses (some 135 boxes), and for whoever
 * browses they are the same for hours: they are written once for each state of the counts.
 */
export function facetBoxes(props: FacetBoxesProps, form: string): string {
  const { t, query, found, fixed } = props;
  const known = written.get(found.facets) ?? new Map<string, string>();
  written.set(found.facets, known);
  const state = JSON.stringify([t.lang, fixed, query.selection]);
  const html = known.get(state) ?? renderToString(<FacetBoxes {...props} form={form} />);
  known.set(state, html);
  return html;
}

function FacetBoxes({ t, query, found, fixed, form }: FacetBoxesProps & { readonly form: string }) {
  return (
    <>
      {shownFacets
        .filter(([facet]) => facet !== fixed)
        .map(([facet, shown]) => (
          <FacetList
            key={facet}
            t={t}
            form={form}
            name={facet}
            legend={facetName(t, facet)}
            options={facetOptions(t, facet, found.facets, query.selection)}
            shown={shown}
          />
        ))}
      <noscript>
        <button class="btn first wide" form={form}>
          {t('catalog.search.apply')}
        </button>
      </noscript>
    </>
  );
}
