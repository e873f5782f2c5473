import { isLang } from '../../src/platform/i18n/languages.ts';
import { Button } from '../../src/platform/ui/button.tsx';
import { CopyField } from '../../src/platform/ui/copy-field.tsx';
import { CourseLine } from '../../src/platform/ui/course-line.tsx';
import { DesignSheet } from '../../src/platform/ui/design-sheet.tsx';
import type { Assets } from '../../src/platform/ui/document-head.tsx';
import { ErrorSummary } from '../../src/platform/ui/error-summary.tsx';
import { FacetList } from '../../src/platform/ui/facet-list.tsx';
import { FilterSheet } from '../../src/platform/ui/filter-sheet.tsx';
import { Page } from '../../src/platform/ui/page.tsx';
import { Pagehead } from '../../src/platform/ui/pagehead.tsx';
import { Pagination } from '../../src/platform/ui/pagination.tsx';
import { renderPage } from '../../src/platform/ui/render-page.ts';
import { SearchBox } from '../../src/platform/ui/search-box.tsx';
import { TextInput } from '../../src/platform/ui/text-input.tsx';
import { kit } from '../../src/platform/ui/testing/kit.ts';

export interface SavedForm {
  readonly name: string;
}

/** The page that stands at an address of the little site. */
export function kitPage(url: URL, assets: Assets, saved?: SavedForm): string {
  const lang = url.pathname.slice(1, 3);
  const t = kit[isLang(lang) ? lang : 'fr'];
  const theme = url.searchParams.get('theme') === 'dark' ? 'dark' : 'light';
  const flashes = url.searchParams.has('saved') ? [{ tone: 'good', text: 'Enregistré' } as const] : [];
  const here = url.pathname + url.search;
  return renderPage(
    <Page
      t={t}
      title={here}
      assets={assets}
      path="/courses"
      theme={theme}
      here={here}
      flashes={flashes}
      nav="courses"
    >
      {url.pathname.endsWith('/design') ? (
        <DesignSheet t={t} counterpart={kit[t.dir === 'ltr' ? 'ar' : 'fr']} />
      ) : url.pathname.endsWith('/form') ? (
        <NameForm saved={saved} />
      ) : (
        <Courses url={url} />
      )}
    </Page>,
  );
}

const courses = ['Algèbre', 'Anglais', 'Biologie', 'Chimie', 'Comptabilité', 'Droit'];
const t = kit.fr;

function Courses({ url }: { readonly url: URL }) {
  const words = url.searchParams.get('q') ?? '';
  const levels = url.searchParams.getAll('level');
  const page = Number(url.searchParams.get('page') ?? 1);
  const found = courses.filter((course) => course.toLowerCase().includes(words.toLowerCase()));
  const shown = levels.length > 0 ? found.slice(0, levels.length) : found;
  const count = `${shown.length} cours`;
  return (
    <>
      <Pagehead title="Cours" />
      <SearchBox
        t={t}
        action="/fr/courses"
        id="search"
        label="Chercher un cours"
        value={words}
        live="facets results"
      />
      <div class="browse">
        <div data-region="facets">
          <FilterSheet t={t} form="search" chosen={levels.length} apply={`Voir les ${count}`}>
            <FacetList
              t={t}
              form="search"
              name="level"
              legend="Niveau"
              options={['a', 'b', 'c'].map((value) => ({
                value,
                label: `Niveau ${value}`,
                count: 2,
                checked: levels.includes(value),
              }))}
            />
          </FilterSheet>
        </div>
        <div data-region="results">
          <p data-announce>{count}</p>
          <p id="page">Page {page}</p>
          <div class="list">
            {shown.map((title) => (
              <CourseLine
                key={title}
                t={t}
                date={{ state: 'open', top: 'ouvert', big: '∞' }}
                title={title}
                href="/fr/form"
                facts={['École']}
              />
            ))}
          </div>
          <Pagination t={t} page={page} pages={3} hrefOf={(to) => `/fr/courses?page=${to}`} swap="results" />
        </div>
      </div>
      <CopyField t={t} id="feed" label="Adresse" value="https://passerelle.example/atom" />
    </>
  );
}

function NameForm({ saved }: { readonly saved?: SavedForm | undefined }) {
  const error = saved ? 'Donnez un nom' : undefined;
  return (
    <>
      <Pagehead title="Nom" />
      <form method="post" action="/fr/form" class="stack" data-live="name">
        <div class="stack" data-region="name">
          <ErrorSummary t={t} errors={error === undefined ? [] : [{ id: 'name', message: error }]} />
          <TextInput id="name" name="name" label="Votre nom" value={saved?.name} error={error} />
        </div>
        <Button kind="first">Enregistrer</Button>
      </form>
    </>
  );
}
