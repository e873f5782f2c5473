import { read } from './load.ts';
import { busy, swapPage, swapRegions } from './swap.ts';

interface LiveState {
  readonly live: readonly string[];
  /** Made by typing: the next letter replaces it, so that "back" leaves the search and not a letter. */
  readonly typed: boolean;
}

const stateNow = (): LiveState | null => history.state as LiveState | null;

export interface Visit {
  readonly typed?: boolean;
}

/**
 * Shows another address by swapping regions, and writes it into the history. A page that lacks them is loaded plainly.
 * Answers the regions swapped in.
 */
export async function visit(
  url: string,
  names: readonly string[],
  { typed = false }: Visit = {},
): Promise<HTMLElement[]> {
  busy(names, true);
  const page = await read(url);
  if (page === null) return [];
  if (!page) {
    busy(names, false);
    return [];
  }
  const swapped = page.status < 400 ? swapRegions(page.doc, names) : undefined;
  busy(names, false);
  if (!swapped) {
    location.assign(url);
    return [];
  }
  remember(page.url, names, typed);
  return swapped;
}

/** Writes the address into the history; the entry that is left learns that it can be come back to by a swap. */
export function remember(url: string, names: readonly string[], typed = false): void {
  const before = stateNow();
  if (!before?.live) history.replaceState({ live: names, typed: false } satisfies LiveState, '');
  const state: LiveState = { live: names, typed };
  if (url === location.href || (typed && before?.typed)) history.replaceState(state, '', url);
  else history.pushState(state, '', url);
}

/** Back and forward between swapped addresses. */
export function liveHistory(): void {
  addEventListener('popstate', () => void comeBack(stateNow()?.live));
}

async function comeBack(names: readonly string[] | undefined): Promise<void> {
  if (!names) return;
  busy(names, true);
  const page = await read(location.href);
  if (page === null) return;
  busy(names, false);
  if (page && !swapRegions(page.doc, names)) swapPage(page.doc);
}
