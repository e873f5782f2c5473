import { syncForms, unfinishedWork } from './keep.ts';
import { speak } from './speak.ts';

const listeners: (() => void)[] = [];

/** Runs now, and again whenever new content came in. */
export function afterEachSwap(run: () => void): void {
  listeners.push(run);
  run();
}

const settled = () => listeners.forEach((run) => run());

export const regionsOf = (names: string | undefined): string[] => (names ?? '').split(/\s+/).filter(Boolean);

const find = (root: Document, name: string) =>
  root.querySelector<HTMLElement>(`[data-region="${CSS.escape(name)}"]`);

/** Marks the regions that are being fetched; CSS fades them after a moment. */
export function busy(names: readonly string[], on: boolean): void {
  for (const name of names) find(document, name)?.setAttribute('aria-busy', String(on));
}

/**
 * Puts the named regions of another document into this one, keeping focus, open folds and half-typed words. Answers the
 * new regions, or undefined when one of them is missing on either side: then nothing was changed.
 */
export function swapRegions(doc: Document, names: readonly string[]): HTMLElement[] | undefined {
  const pairs = names.map((name) => [find(document, name), find(doc, name)] as const);
  if (pairs.length === 0 || pairs.some(([here, there]) => !here || !there)) return undefined;
  const flashes = [find(document, 'flashes'), find(doc, 'flashes')] as const;
  const restore = unfinishedWork();
  syncForms(doc);
  for (const [here, there] of [...pairs, flashes]) {
    if (here && there) here.replaceChildren(...there.childNodes);
  }
  restore();
  document.title = doc.title;
  copyAddresses(doc);
  settled();
  const swapped = pairs.flatMap(([here]) => here ?? []);
  speak(swapped);
  return swapped;
}

/** Shows another page in place of this one, as a plain load would have done. */
export function swapPage(doc: Document): void {
  for (const { name, value } of doc.documentElement.attributes)
    document.documentElement.setAttribute(name, value);
  document.title = doc.title;
  addStyles(doc);
  document.body.replaceWith(document.adoptNode(doc.body));
  settled();
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('[data-errors], main')?.focus();
}

/** The sheets that the other page loads and this one does not have. */
function addStyles(doc: Document): void {
  for (const sheet of doc.querySelectorAll('link[rel=stylesheet]'))
    if (!document.querySelector(`[href="${sheet.getAttribute('href')}"]`)) document.head.append(sheet);
}

/** Language links and ways back stand outside of the regions, and carry the page's address. */
function copyAddresses(doc: Document): void {
  const selector = 'a[hreflang], input[name=back]';
  const there = doc.querySelectorAll(selector);
  document.querySelectorAll(selector).forEach((here, place) => {
    const twin = there[place];
    if (here instanceof HTMLAnchorElement) here.href = twin?.getAttribute('href') ?? here.href;
    if (here instanceof HTMLInputElement) here.value = twin?.getAttribute('value') ?? here.value;
  });
}
