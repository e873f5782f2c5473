import { createHash } from 'node:crypto';
import type { CourseDocument } from './course-document.ts';

/**
 * Fields that say when a fact was seen, not what it is. Feeds rarely say it, so imports fill in their own day: with it
 * in the hash, an unchanged feed would change every record every day. The day shown beside a price is therefore the
 * later of the one in the stored document and the day on which the import last saw the record unchanged.
 */
const leftOut = new Set(['checkedOn']);

/** JSON with keys in code unit order, without undefined members: equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function withoutSightings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSightings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      leftOut.has(name) ? [] : [[name, withoutSightings(member)]],
    ),
  );
}

/**
 * SHA-256 (hex) of what a document says. The order of keys, undefined members and `checkedOn` do not matter; the order
 * of lists does.
 */
export function documentHash(document: CourseDocument): string {
  return hashOf(document);
}

/** The same for a part of a document (a run, a resolved document). */
export function hashOf(value: object): string {
  return createHash('sha256')
    .update(canonicalJson(withoutSightings(value)))
    .digest('hex');
}
