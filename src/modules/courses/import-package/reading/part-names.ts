import { createHash } from 'node:crypto';

/**
 * Gives parts their ids: the package's own name of it as far as an id can hold it, the same at every import of the same
 * package, and never one twice.
 */
export class PartNames {
  readonly #taken = new Set<string>();
  /** How often a name came already. */
  readonly #times = new Map<string, number>();

  next(name: string): string {
    const plain = plainId(name);
    const key = plain.toLowerCase();
    let times = this.#times.get(key) ?? 0;
    let id = plain;
    do {
      times += 1;
      if (times > 1) id = `${plain.slice(0, 72)}-${times}`;
    } while (this.#taken.has(id.toLowerCase()));
    this.#times.set(key, times);
    this.#taken.add(id.toLowerCase());
    return id;
  }
}

/** As much of a name as `partId` can hold; where something was cut or changed, a hash keeps names apart. */
function plainId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '');
  if (plain === name && plain.length <= 72) return plain;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return plain === '' ? `p-${hash}` : `${plain.slice(0, 60)}-${hash}`;
}
