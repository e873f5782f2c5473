import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { initialsOf } from './avatar.tsx';
import { Checkbox, Choices } from './choices.tsx';
import { Confirmation } from './confirmation.tsx';
import { DataTable } from './data-table.tsx';
import { FacetList } from './facet-list.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { Pagination, pageWindow } from './pagination.tsx';
import { SearchBox } from './search-box.tsx';
import { kit } from './testing/kit.ts';

const t = kit.fr;

describe('pageWindow', () => {
  it('shows the ends, the neighbours, and a gap only where two or more are hidden', () => {
    expect(pageWindow(5, 12)).toEqual([1, 0, 4, 5, 6, 0, 12]);
    expect(pageWindow(3, 12)).toEqual([1, 2, 3, 4, 0, 12]);
    expect(pageWindow(1, 2)).toEqual([1, 2]);
  });

  it('always holds the current page, in order, few enough for a phone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
        const [page, pages] = [Math.min(a, b), Math.max(a, b)];
        const shown = pageWindow(page, pages).filter((each) => each > 0);
        expect(shown).toContain(page);
        expect(shown).toEqual([...shown].sort((x, y) => x - y));
        expect(pageWindow(page, pages).length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('Pagination', () => {
  it('leads to both sides, marks where one is, and is absent where there is one page', () => {
    const html = renderToString(
      <Pagination
        t={t}
        page={2}
        pages={9}
        hrefOf={(page) => `/fr/courses?page=${page}&q=a`}
        swap="results"
      />,
    );
    expect(html).toContain('href="/fr/courses?page=1&amp;q=a" rel="prev" data-swap="results"');
    expect(html).toContain('aria-label="Page 2" aria-current="page"');
    expect(renderToString(<Pagination t={t} page={1} pages={1} hrefOf={String} />)).toBe('');
    expect(renderToString(<Pagination t={t} page={9} pages={9} hrefOf={String} />)).not.toContain(
      'rel="next"',
    );
  });
});

describe('facets', () => {
  const options = Array.from({ length: 9 }, (_, place) => ({
    value: `v${place}`,
    label: `L${place}`,
    count: 6000 - place,
    checked: place === 8,
  }));

  it('fold the rarer away, keep the chosen ones in sight and cap the counts', () => {
    const html = renderToString(
      <FacetList t={t} name="lang" legend="Langue" options={options} form="search" shown={3} cap={5000} />,
    );
    const [open = '', folded = ''] = html.split('<details');
    expect(open.match(/type="checkbox"/g)).toHaveLength(4);
    expect(open).toContain('value="v8" checked form="search"');
    expect(folded.match(/type="checkbox"/g)).toHaveLength(5);
    expect(open).toContain('5\u202f000+');
    expect(renderToString(<FacetList t={t} name="lang" legend="Langue" options={[]} />)).toBe('');
  });

  it('stand in a sheet that opens without script and submits the search form', () => {
    const html = renderToString(
      <FilterSheet t={t} chosen={2} form="search" apply="Voir les 214 cours">
        <p>…</p>
      </FilterSheet>,
    );
    expect(html).toMatch(/^<details class="sheet" id="search-filters"><summary/);
    expect(html).toContain('Filtrer (2)');
    expect(html).toContain('form="search">Voir les 214 cours</button>');
  });
});

describe('SearchBox', () => {
  it('is a plain GET form that keeps the rest of the address', () => {
    const html = renderToString(
      <SearchBox
        t={t}
        action="/fr/courses"
        id="search"
        label="Que voulez-vous apprendre ?"
        value={'"x"'}
        live="results facets"
        keep={[['sort', 'new']]}
      />,
    );
    expect(html).toContain('method="get" action="/fr/courses" id="search" data-live="results facets"');
    expect(html).toContain('<input type="hidden" name="sort" value="new"/>');
    expect(html).toContain('value="&quot;x&quot;"');
  });
});

describe('choices', () => {
  it('say the question, the hint and what is wrong', () => {
    const html = renderToString(
      <Choices
        id="time"
        name="time"
        kind="radio"
        label="Combien ?"
        hint="Par semaine"
        error="Choisissez"
        options={[{ value: '1', label: 'Peu' }]}
        chosen={['1']}
      />,
    );
    expect(html).toContain('aria-describedby="time-hint time-error"');
    expect(html).toContain('<legend>Combien ?</legend>');
    expect(html).toContain('type="radio" name="time" value="1" checked');
    expect(renderToString(<Checkbox id="y" name="y" label="Oui" error="Il le faut" />)).toContain(
      'aria-describedby="y-error"',
    );
  });
});

describe('DataTable', () => {
  it('scrolls inside itself, names its rows and says when it is empty', () => {
    const html = renderToString(
      <DataTable
        t={t}
        caption="Imports"
        columns={[{ label: 'Source' }, { label: 'Lus', numeric: true }]}
        rows={[['a', '1']]}
      />,
    );
    expect(html).toContain('<div class="scroll" tabindex="0" role="region" aria-label="Imports">');
    expect(html).toContain('<th scope="row">a</th><td class="numeric">1</td>');
    const empty = renderToString(
      <DataTable t={t} caption="Imports" columns={[{ label: 'Source' }]} rows={[]} />,
    );
    expect(empty).toContain('Rien à montrer ici');
  });
});

describe('Confirmation', () => {
  it('posts the deed, keeps what it is about, and offers the way back', () => {
    const html = renderToString(
      <Confirmation
        title="Effacer ?"
        effects={['Vos avis restent']}
        action="/fr/account/erase"
        keep={[['id', '7']]}
        yes="Effacer"
        danger
        no="Annuler"
        back="/fr/account"
      />,
    );
    expect(html).toContain('<form method="post" action="/fr/account/erase"');
    expect(html).toContain('<button class="btn danger" type="submit">Effacer</button>');
    expect(html).toContain('href="/fr/account">Annuler</a>');
  });
});

describe('initialsOf', () => {
  it.each([
    ['Élodie Marchand', 'ÉM'],
    ['王小明', '王'],
    ['  ana ', 'A'],
    ['', '?'],
    ['Jean de la Fontaine', 'JF'],
  ])('%j gives %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
