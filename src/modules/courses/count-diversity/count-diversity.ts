import type { CourseContent } from '../content/course-content.ts';
import { currenciesIn } from './find-currencies.ts';
import { type FoundName, isCounted, namesIn } from './find-names.ts';
import { type Continent, isCountry, placeLanguages, placesIn } from './find-places.ts';
import { type NameRegion, nameRegions, type Usual } from './given-names.ts';
import { type Passage, passagesOf } from './passages.ts';

/** Something that was found, how often, and where first. */
export interface Found {
  readonly label: string;
  readonly times: number;
  readonly places: readonly Pick<Passage, 'end' | 'where'>[];
}

export interface FoundGivenName extends Found {
  readonly usual: Usual;
  readonly regions: readonly NameRegion[];
}

export interface FoundCountry extends Found {
  readonly continent: Continent;
}

export interface Teacher {
  readonly name: string;
  /** Where captions say that they speak. */
  readonly speaks: readonly Pick<Passage, 'end' | 'where'>[];
}

/** What proposals there are, each a sentence; none of them is a judgement. */
export type Proposal = 'one-usual' | 'one-region' | 'one-continent' | 'one-currency' | 'one-teacher';

export interface Diversity {
  /** Those whom the course names as its teachers, and those who speak in its films. */
  readonly teachers: readonly Teacher[];
  /** Undefined where names are not counted in the course's language. */
  readonly names: readonly FoundGivenName[] | undefined;
  readonly usual: Readonly<Record<Usual, number>>;
  /** Names by where they are common; a name common in several counts in each. */
  readonly regions: readonly { readonly region: NameRegion; readonly names: number }[];
  /** Undefined where countries are not counted in the course's language. */
  readonly countries: readonly FoundCountry[] | undefined;
  readonly currencies: readonly Found[];
  readonly proposals: readonly Proposal[];
}

const mostPlaces = 5;
/** Of fewer, nothing can be said. */
export const fewest = 5;

/** Counts words of a draft, not people: teachers, given names, countries and money; in reading order. */
export function countDiversity(content: CourseContent): Diversity {
  const passages = passagesOf(content);
  const lang = content.about.lang.split('-')[0]?.toLowerCase() ?? '';
  const knowsPlaces = (placeLanguages as readonly string[]).includes(lang);
  const names = isCounted(lang) ? givenNames(passages, lang, teacherNames(content, passages)) : undefined;
  const countries = knowsPlaces ? foundCountries(passages, lang) : undefined;
  const counted = {
    teachers: teachersIn(content, passages),
    names,
    usual: countUsual(names ?? []),
    regions: countRegions(names ?? []),
    countries,
    currencies: collect(passages, ({ text }) => currenciesIn(text).map((label) => ({ label }))),
  };
  return { ...counted, proposals: proposalsFor(counted) };
}

/** Each thing once, with how often it was found and the first places. */
function collect<T extends { readonly label: string }>(
  passages: readonly Passage[],
  find: (passage: Passage) => readonly T[],
): (T & Found)[] {
  const known = new Map<string, T & { times: number; places: Pick<Passage, 'end' | 'where'>[] }>();
  for (const passage of passages)
    for (const item of find(passage)) {
      const one = known.get(item.label) ?? { ...item, times: 0, places: [] };
      one.times += 1;
      if (one.places.length < mostPlaces && one.places.at(-1)?.end !== passage.end)
        one.places.push({ end: passage.end, where: passage.where });
      known.set(item.label, one);
    }
  return [...known.values()].toSorted((a, b) => b.times - a.times);
}

/** Full names of those who teach: where texts name them, it is no example. */
const teacherNames = ({ about }: CourseContent, passages: readonly Passage[]): readonly string[] => [
  ...about.teachers.map(({ name }) => name),
  ...passages.flatMap(({ speakers }) => speakers),
];

function givenNames(
  passages: readonly Passage[],
  lang: string,
  teachers: readonly string[],
): FoundGivenName[] {
  const full = [...new Set(teachers)].filter((name) => name.includes(' '));
  const withoutTeachers = (text: string) => full.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  return collect(passages, ({ text }) =>
    namesIn(withoutTeachers(text), (word) => isCountry(lang, word)).map(
      ({ name, usual, regions }: FoundName) => ({ label: name, usual, regions }),
    ),
  );
}

const foundCountries = (passages: readonly Passage[], lang: string): FoundCountry[] =>
  collect(passages, ({ text }) =>
    placesIn(text, lang).map(({ country, continent }) => ({ label: country, continent })),
  );

function teachersIn(content: CourseContent, passages: readonly Passage[]): Teacher[] {
  const names = [...new Set(teacherNames(content, passages))];
  return names.map((name) => ({
    name,
    speaks: passages
      .filter(({ speakers }) => speakers.includes(name))
      .map(({ end, where }) => ({ end, where }))
      .slice(0, mostPlaces),
  }));
}

function countUsual(names: readonly FoundGivenName[]): Record<Usual, number> {
  const count = (usual: Usual) => names.filter((each) => each.usual === usual).length;
  return { she: count('she'), he: count('he'), either: count('either') };
}

const countRegions = (names: readonly FoundGivenName[]) =>
  nameRegions
    .map((region) => ({ region, names: names.filter(({ regions }) => regions.includes(region)).length }))
    .filter((each) => each.names > 0)
    .toSorted((a, b) => b.names - a.names);

/** What might be looked at; nothing is said of small numbers. */
function proposalsFor(counted: Omit<Diversity, 'proposals'>): Proposal[] {
  const { names = [], usual, regions, countries = [], currencies, teachers } = counted;
  const told = usual.she + usual.he;
  const isOneSided = told >= fewest && Math.max(usual.she, usual.he) >= 3 * Math.min(usual.she, usual.he);
  const isOneRegion = names.length >= fewest && regions.some((each) => each.names === names.length);
  const places = new Set(countries.map(({ continent }) => continent));
  return [
    ...(isOneSided ? ['one-usual' as const] : []),
    ...(isOneRegion ? ['one-region' as const] : []),
    ...(countries.length >= fewest && places.size === 1 ? ['one-continent' as const] : []),
    ...(currencies.length === 1 && (currencies[0]?.times ?? 0) >= fewest ? ['one-currency' as const] : []),
    ...(teachers.length === 1 ? ['one-teacher' as const] : []),
  ];
}
