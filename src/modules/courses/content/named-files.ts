/** Fields whose value is the id of a file of the course. */
const fileFields = new Set(['file', 'poster', 'picture', 'package']);

const fileLink = /\bfile:([A-Za-z0-9][\w-]{0,79})/g;

/** Ids of the files that a course, or any part of one, names: in fields and in `file:ID` inside its texts. */
export function filesNamedIn(part: unknown, found = new Set<string>()): Set<string> {
  if (typeof part === 'string') for (const [, id] of part.matchAll(fileLink)) found.add(id ?? '');
  if (typeof part !== 'object' || part === null) return found;
  for (const [key, value] of Object.entries(part)) {
    if (typeof value === 'string' && fileFields.has(key)) found.add(value);
    else filesNamedIn(value, found);
  }
  return found;
}
