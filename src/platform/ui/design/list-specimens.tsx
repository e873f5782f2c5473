import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { CourseLine, type CourseLineProps } from '../course-line.tsx';
import { DateBlock, datedBlock } from '../date-block.tsx';
import { DecisionCard } from '../decision-card.tsx';
import { FacetList } from '../facet-list.tsx';
import { FilterSheet } from '../filter-sheet.tsx';
import { LinkButton } from '../button.tsx';
import { Pagination } from '../pagination.tsx';
import { SearchBox } from '../search-box.tsx';
import { Select } from '../select.tsx';
import { Stars } from '../stars.tsx';
import type { Setting, Specimen } from './specimen.ts';

const counts = [1048, 214, 305, 122, 61, 38, 7, 3];

function lines({ t, say }: Setting): CourseLineProps[] {
  const facts = [say.provider, say.platform, say.effort, say.cost];
  const links = [{ href: '#why', label: say.why }];
  const mark = { value: 4.6, count: 90, note: say.note };
  const open = { state: 'open', top: say.open, big: '∞', bottom: say.pace } as const;
  const expected = { state: 'expected', top: say.maybe, big: '–', bottom: say.foretold } as const;
  const [long = '', chinese = '', russian = '', other = ''] = say.titles;
  const base = { t, facts, href: '#course', level: 3 } as const;
  return [
    {
      ...base,
      title: say.title,
      date: datedBlock(t, '2026-01-12'),
      sentence: { tone: 'open', text: say.can },
      labels: [say.beginner],
      links,
      mark,
    },
    {
      ...base,
      title: long,
      date: open,
      sentence: { tone: 'open', text: say.whenever },
      mark: { value: 4.3, count: 31 },
    },
    {
      ...base,
      title: chinese,
      titleLang: 'zh',
      date: datedBlock(t, '2025-11-17', say.begun),
      sentence: { tone: 'soon', text: say.started },
      mark: { value: 3.8, count: 12, note: say.note },
    },
    {
      ...base,
      title: russian,
      titleLang: 'ru',
      date: expected,
      sentence: { tone: 'past', text: say.over },
      links,
    },
    { ...base, title: other, date: { ...datedBlock(t, '2025-09-01'), state: 'past' } },
  ];
}

const courseLines = (setting: Setting) => (
  <div class="list">
    {lines(setting).map((line) => (
      <CourseLine key={line.title} {...line} />
    ))}
  </div>
);

const small = ({ t, say }: Setting) => (
  <div class="stack">
    <div class="row">
      <DateBlock {...datedBlock(t, '2026-01-12')} />
      <DateBlock state="open" top={say.open} big="∞" bottom={say.pace} />
      <DateBlock state="expected" top={say.maybe} big="–" bottom={say.foretold} />
      <DateBlock {...datedBlock(t, '2025-09-01')} state="past" />
    </div>
    <div class="row">
      <Chip>{say.beginner}</Chip>
      <Chip tone="open">{say.can}</Chip>
      <Chip tone="soon">{say.started}</Chip>
      <Chip tone="bridge">{say.skill}</Chip>
      <Chip tone="past">{say.over}</Chip>
      <Chip tone="bad">{say.wrong}</Chip>
      <Chip tone="bridge" href="#chip" removeLabel={`${say.cancel}: ${say.skill}`}>
        {say.skill}
      </Chip>
    </div>
    <div class="row">
      {[5, 4.3, 2.5, 0].map((value) => (
        <span key={value}>
          <Stars t={t} value={value} /> <b>{t.number(value)}</b>
        </span>
      ))}
    </div>
  </div>
);

const search = ({ t, say, id }: Setting) => (
  <div class="stack">
    <SearchBox t={t} action="#search" id={`${id}-search`} label={say.question} placeholder={say.title} />
    <div class="browse-bar">
      <b>{say.results}</b>
      <Chip tone="bridge" href="#chip" removeLabel={`${say.cancel}: ${say.facets[0]}`}>
        {say.facets[0]}
      </Chip>
      <Select
        inline
        id={`${id}-sort`}
        name="sort"
        form={`${id}-search`}
        label={say.columns[0] ?? ''}
        options={say.columns.map((label) => ({ value: label, label }))}
      />
    </div>
    <FilterSheet t={t} form={`${id}-search`} chosen={1} apply={say.results}>
      <FacetList
        t={t}
        name="language"
        legend={say.facet}
        form={`${id}-search`}
        shown={4}
        cap={1000}
        options={say.facets.map((label, place) => ({
          value: label,
          label,
          count: counts[place] ?? 0,
          checked: place === 0,
        }))}
      />
    </FilterSheet>
    <Pagination t={t} page={5} pages={12} hrefOf={(page) => `#page-${page}`} />
  </div>
);

const decision = ({ t, say }: Setting) => (
  <DecisionCard
    label={`${say.title}, ${t.lang}`}
    state={{ tone: 'open', text: say.can }}
    headline={say.starts}
    note={say.within}
    costs={say.prices.map(([term, value]) => ({ term, value }))}
    costsNote={say.checked}
    action={
      <LinkButton kind="first" href="https://example.org/" outside>
        {say.go}
      </LinkButton>
    }
    links={say.links.map((label) => ({ label, href: `#${label}` }))}
  >
    <a href="#more">{say.skill}</a>
  </DecisionCard>
);

const buttons = ({ say }: Setting) => (
  <div class="stack">
    <div class="row">
      <Button kind="first">{say.save}</Button>
      <Button>{say.cancel}</Button>
      <Button kind="quiet">{say.why}</Button>
      <Button kind="danger">{say.erase}</Button>
    </div>
    <div class="row">
      <Button icon="bell">{say.links[0]}</Button>
      <Button icon="calendar" small>
        {say.links[1]}
      </Button>
      <Button pressed small>
        {say.links[2]}
      </Button>
      <Button disabled>{say.save}</Button>
      <LinkButton href="https://example.org/" outside kind="first">
        {say.go}
      </LinkButton>
    </div>
  </div>
);

export const listSpecimens: readonly Specimen[] = [
  { name: 'CourseLine, DateBlock, Facts', draw: courseLines },
  { name: 'Button, LinkButton', draw: buttons },
  { name: 'DateBlock, Chip, Stars', draw: small },
  { name: 'DecisionCard, Definitions', draw: decision },
  { name: 'SearchBox, Select, FilterSheet, FacetList, Pagination', draw: search },
];
