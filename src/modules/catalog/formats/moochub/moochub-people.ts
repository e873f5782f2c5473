import type { InstructorClaim, ProviderClaim } from '../../course-document/course-document.ts';
import { firstOf, isObject, listOf, textOf } from '../raw-value.ts';
import type { RawObject } from '../raw-value.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';
import { mediaUrl } from './media-url.ts';

/** Partner institutes make the course (version 3: creating and contributing organisations); else who runs the platform. */
export function moochubProviders(r: RecordReader, a: RawObject): readonly ProviderClaim[] {
  const partners = listOf(firstOf(a, 'partnerInstitutes', 'partnerInstitute'));
  const makers = [...listOf(a['creator']), ...listOf(a['contributor'])].filter(isOrganisation);
  const platform = listOf(firstOf(a, 'moocProvider', 'moocProviders', 'publisher'));
  const chosen = [partners, makers, platform].find((list) => list.length > 0) ?? [];
  return distinct(chosen.flatMap((one, index) => providerOf(r, one, `providers[${index}]`) ?? []));
}

const isOrganisation = (value: unknown): boolean =>
  isObject(value) && !/person/i.test(textOf(value['type']) ?? '');

function providerOf(r: RecordReader, value: unknown, field: string): ProviderClaim | undefined {
  const it: RawObject = isObject(value) ? value : { name: value };
  const name = r.name(`${field}.name`, it['name']);
  if (name === undefined) return undefined;
  return present<ProviderClaim>({
    name,
    key: textOf(it['identifier'])?.slice(0, 500),
    url: r.link(`${field}.url`, it['url']),
    logoUrl: r.link(`${field}.logoUrl`, mediaUrl(firstOf(it, 'logo', 'image'))),
  });
}

/** Names with their titles, as versions 1 and 2 write them; version 3 keeps the titles apart. */
export function moochubInstructors(r: RecordReader, a: RawObject): readonly InstructorClaim[] {
  const teaching = listOf(firstOf(a, 'instructor', 'instructors'));
  const people = teaching.length > 0 ? teaching : listOf(a['creator']).filter((one) => !isOrganisation(one));
  return distinct(people.flatMap((one, index) => instructorOf(r, one, `instructors[${index}]`) ?? []));
}

function instructorOf(r: RecordReader, value: unknown, field: string): InstructorClaim | undefined {
  const it: RawObject = isObject(value) ? value : { name: value };
  const parts = [it['honorificPrefix'], it['name'], it['honorificSuffix']].flatMap(
    (part) => textOf(part) ?? [],
  );
  const name = textOf(it['name']) === undefined ? undefined : r.name(`${field}.name`, parts.join(' '));
  if (name === undefined) return undefined;
  return present<InstructorClaim>({
    name,
    role: r.name(`${field}.role`, firstOf(it, 'role', 'jobTitle')),
    url: r.link(`${field}.url`, it['url']),
  });
}

function distinct<T extends { readonly name: string }>(claims: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return claims.filter((claim) => !seen.has(claim.name) && seen.add(claim.name));
}
