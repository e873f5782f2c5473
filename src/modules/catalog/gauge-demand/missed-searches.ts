import type { MissedOutcome, MissedSearchTable } from './missed-search-tables.ts';

/** A search that somebody made; without an outcome it found what it needed. */
export interface MadeSearch {
  /** Who asks, for some minutes and in memory only. */
  readonly network: string;
  readonly words: string;
  readonly lang: string;
  readonly outcome: MissedOutcome | undefined;
}

interface Standing extends MadeSearch {
  readonly at: number;
}

/** Pages search while one types: words are those somebody meant once they stood for so long, or others followed. */
const typingMs = 120_000;
const betweenFlushesMs = 60_000;
const mostRemembered = 20_000;

/**
 * Counts searches that found nothing, in the memory of a process, until they are taken to be kept. Words that grow while
 * somebody types count once, as they were in the end; the same words from one network count once a day. A process that
 * ends forgets some minutes: these are counts, not accounts.
 */
export class MissedSearches {
  readonly #typing = new Map<string, Standing>();
  readonly #counts = new Map<string, MissedSearchTable>();
  readonly #told = new Set<string>();
  #day = '';
  #flushedAt = 0;

  note(search: MadeSearch, now: Date): void {
    const before = this.#typing.get(search.network);
    if (before && !goesOn(before.words, search.words)) this.#count(before, now);
    this.#typing.delete(search.network);
    if (this.#typing.size >= mostRemembered) this.#typing.clear();
    this.#typing.set(search.network, { ...search, at: now.getTime() });
  }

  /** What was counted since the last time, at most once a minute; empty in between. */
  take(now: Date): MissedSearchTable[] {
    if (now.getTime() - this.#flushedAt < betweenFlushesMs) return [];
    this.#flushedAt = now.getTime();
    for (const [network, standing] of this.#typing) {
      // the newest stand last
      if (now.getTime() - standing.at < typingMs) break;
      this.#typing.delete(network);
      this.#count(standing, now);
    }
    const counted = [...this.#counts.values()];
    this.#counts.clear();
    return counted;
  }

  #count({ network, words, lang, outcome }: MadeSearch, now: Date): void {
    const day = now.toISOString().slice(0, 10);
    if (day !== this.#day || this.#told.size >= mostRemembered) this.#told.clear();
    this.#day = day;
    const told = `${network} ${words}`;
    if (outcome === undefined || this.#told.has(told)) return;
    this.#told.add(told);
    const key = `${lang} ${outcome} ${words}`;
    const times = (this.#counts.get(key)?.times ?? 0) + 1;
    this.#counts.set(key, { day, lang, outcome, words, times });
  }
}

/** Somebody types on, takes letters back, or reads another page of the same. */
const goesOn = (before: string, after: string): boolean =>
  before.startsWith(after) || after.startsWith(before);
