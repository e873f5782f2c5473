import type { InstructorClaim, ProviderClaim } from '../../course-document/course-document.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';
import { addressOf, firstText, hasType, isNode, nodesOf, valuesOf } from './linked-node.ts';
import type { LinkedNode, LinkedValue } from './linked-node.ts';

/** Who makes the course: its provider, else the organisation that created, wrote or published it. */
export function providersOf(
  r: RecordReader,
  course: LinkedNode,
  runs: readonly LinkedNode[],
): readonly ProviderClaim[] {
  const said = valuesOf(course, 'provider', 'sourceOrganization');
  const makers =
    said.length > 0 ? said : valuesOf(course, 'creator', 'author', 'publisher').filter(isOrganisation);
  const values =
    makers.length > 0
      ? makers
      : runs.flatMap((run) => valuesOf(run, 'organizer', 'provider').filter(isOrganisation));
  return distinct(values.flatMap((value, index) => providerOf(r, value, `providers[${index}]`) ?? []));
}

const isOrganisation = (value: LinkedValue): boolean => isNode(value) && !hasType(value, 'Person');

function providerOf(r: RecordReader, value: LinkedValue, field: string): ProviderClaim | undefined {
  if (!isNode(value)) {
    if (/^https?:\/\/\S+$/.test(value.text))
      return r.note(field, `an address in the place of a name: "${value.text.slice(0, 80)}"`);
    const name = r.name(`${field}.name`, value.text);
    return name === undefined ? undefined : { name };
  }
  const name = r.name(`${field}.name`, firstText(value, 'name', 'legalName', 'alternateName'));
  if (name === undefined) return undefined;
  const country = firstText(nodesOf(value, 'address')[0] ?? value, 'addressCountry');
  return present<ProviderClaim>({
    name,
    key: firstText(value, 'identifier', 'leiCode') ?? value.id,
    url: r.link(
      `${field}.url`,
      addressOf(value, 'url') ?? webAddress(value.id) ?? addressOf(value, 'sameAs'),
    ),
    logoUrl: r.link(`${field}.logoUrl`, addressOf(value, 'logo', 'image')),
    country: country !== undefined && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : undefined,
  });
}

/** Who teaches: the instructors of the course and its runs, and authors that are people. */
export function instructorsOf(
  r: RecordReader,
  course: LinkedNode,
  runs: readonly LinkedNode[],
): readonly InstructorClaim[] {
  const values = [
    ...valuesOf(course, 'instructor'),
    ...runs.flatMap((run) => valuesOf(run, 'instructor', 'performer')),
    ...valuesOf(course, 'author', 'creator', 'contributor').filter(
      (one) => isNode(one) && hasType(one, 'Person'),
    ),
  ];
  return distinct(values.flatMap((value, index) => instructorOf(r, value, `instructors[${index}]`) ?? []));
}

function instructorOf(r: RecordReader, value: LinkedValue, field: string): InstructorClaim | undefined {
  if (!isNode(value)) {
    const name = r.name(`${field}.name`, value.text);
    return name === undefined ? undefined : { name };
  }
  const parts = [firstText(value, 'givenName'), firstText(value, 'familyName')].filter(Boolean).join(' ');
  const name = r.name(`${field}.name`, firstText(value, 'name') ?? parts);
  if (name === undefined) return undefined;
  return present<InstructorClaim>({
    name,
    role: r.name(`${field}.role`, firstText(value, 'jobTitle', 'roleName')),
    url: r.link(`${field}.url`, addressOf(value, 'url') ?? webAddress(value.id)),
  });
}

const webAddress = (id: string | undefined): string | undefined =>
  id !== undefined && /^https?:\/\//.test(id) && !id.includes('#') ? id : undefined;

/** The same organisation or person stands in every run of a course. */
function distinct<T extends { readonly name: string }>(claims: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return claims.filter((claim) => !seen.has(claim.name.toLowerCase()) && seen.add(claim.name.toLowerCase()));
}
