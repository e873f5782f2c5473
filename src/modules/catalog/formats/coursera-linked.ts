import type { InstructorClaim, ProviderClaim } from '../course-document/course-document.ts';
import { personName } from './person-name.ts';
import { at, listOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { present, type RecordReader } from './record-reader.ts';

/** What a Coursera page links to its courses, by id. */
export interface CourseraLinks {
  readonly partners: ReadonlyMap<string, RawObject>;
  readonly instructors: ReadonlyMap<string, RawObject>;
}

function byId(list: unknown): ReadonlyMap<string, RawObject> {
  return new Map(
    objectsOf(list).flatMap((one) => {
      const id = textOf(one['id']);
      return id === undefined ? [] : [[id, one] as const];
    }),
  );
}

const cache = new WeakMap<object, CourseraLinks>();

/** Indexed once a page: records of one page share the same `linked` object. */
export function linksOf(linked: unknown): CourseraLinks {
  const key = typeof linked === 'object' && linked !== null ? linked : undefined;
  const known = key && cache.get(key);
  if (known) return known;
  const links = {
    partners: byId(at(linked, 'partners.v1')),
    instructors: byId(at(linked, 'instructors.v1')),
  };
  if (key) cache.set(key, links);
  return links;
}

const countryOf = (partner: RawObject): string | undefined => {
  const country = textOf(at(partner, 'location', 'country')) ?? '';
  return /^[A-Z]{2}$/.test(country) ? country : undefined;
};

/** The course's partners; one that the page does not tell is left out, as its id means nothing to people. */
export function readPartners(
  read: RecordReader,
  ids: unknown,
  links: CourseraLinks,
): readonly ProviderClaim[] {
  return listOf(ids).flatMap((id, index) => {
    const key = textOf(id);
    const partner = links.partners.get(key ?? '');
    const field = `providers[${index}]`;
    const name = partner && read.name(`${field}.name`, partner['name'] ?? partner['shortName']);
    if (!partner || !name) return [];
    const url = read.link(`${field}.url`, at(partner, 'links', 'website'));
    const logoUrl = read.link(`${field}.logoUrl`, partner['squareLogo'] ?? partner['logo']);
    return [present<ProviderClaim>({ name, key, url, logoUrl, country: countryOf(partner) })];
  });
}

export function readInstructors(
  read: RecordReader,
  ids: unknown,
  links: CourseraLinks,
): readonly InstructorClaim[] {
  return listOf(ids).flatMap((id, index) => {
    const person = links.instructors.get(textOf(id) ?? '');
    const field = `instructors[${index}]`;
    const name = person && read.name(`${field}.name`, personName(person));
    if (!person || !name) return [];
    return [present<InstructorClaim>({ name, role: read.name(`${field}.role`, person['title']) })];
  });
}
