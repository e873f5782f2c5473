import { createHash } from 'node:crypto';

const longest = 80;

/**
 * Makes ids of parts from the names that a package gives: the same name always becomes the same id, so that links and an
 * import done again meet the same parts; two names never share one.
 */
export class PartIds {
  readonly #taken = new Set<string>();

  /** An id near to the name, for this course only once. */
  make(name: string): string {
    const base = partIdOf(name);
    for (let count = 1; ; count += 1) {
      const tail = count === 1 ? '' : `-${count}`;
      const id = `${base.slice(0, longest - tail.length)}${tail}`;
      if (this.#taken.has(id.toLowerCase())) continue;
      this.#taken.add(id.toLowerCase());
      return id;
    }
  }
}

/** What of a name can be an id; names in other scripts become a sum of theirs. */
export function partIdOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '');
  const readable = plain.length >= Math.min(3, name.length) && plain !== '';
  return readable && plain.length <= longest ? plain : `${plain.slice(0, 40)}${sumOf(name)}`;
}

const sumOf = (name: string): string => `x${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
