import { createHash } from 'node:crypto';

const longest = 80;

/**
 * Gives parts their ids: the package's own name of it as far as an id can hold it, so that links and an import done again
 * meet the same parts; two names never share one.
 */
export class PartNames {
  readonly #taken = new Set<string>();
  /** How often a name came already. */
  readonly #times = new Map<string, number>();

  /** An id near to the name, for this course only once. */
  next(name: string): string {
    const base = partIdOf(name);
    const key = base.toLowerCase();
    let times = this.#times.get(key) ?? 0;
    let id: string;
    do {
      times += 1;
      const tail = times === 1 ? '' : `-${times}`;
      id = `${base.slice(0, longest - tail.length)}${tail}`;
    } while (this.#taken.has(id.toLowerCase()));
    this.#times.set(key, times);
    this.#taken.add(id.toLowerCase());
    return id;
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
