/** So many drawings at once: each takes a core for some tens of milliseconds, and pages come first. */
const mostAtOnce = 2;

/** Lets a few pieces of work happen at a time, the same piece once however many ask for it. */
export class DrawingBoard<T> {
  readonly #under = new Map<string, Promise<T>>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  /** The work of this name: joined where it is under way, begun when there is room. */
  draw(name: string, work: () => Promise<T>): Promise<T> {
    const known = this.#under.get(name);
    if (known) return known;
    const begun = this.#inTurn(work).finally(() => this.#under.delete(name));
    this.#under.set(name, begun);
    return begun;
  }

  async #inTurn(work: () => Promise<T>): Promise<T> {
    if (this.#busy >= mostAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy += 1;
    try {
      return await work();
    } finally {
      // whoever waits takes this place over
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy -= 1;
    }
  }
}
