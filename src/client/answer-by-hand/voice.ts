/** The page brings its words along, in its language; `{item}` and the like are filled in here. */
export function wordsOf(board: Element): (name: string, values?: Readonly<Record<string, string>>) => string {
  const said = board.closest<HTMLElement>('[data-hand-words]')?.dataset['handWords'] ?? '{}';
  const words = JSON.parse(said) as Readonly<Record<string, string>>;
  return (name, values = {}) =>
    (words[name] ?? '').replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** Tells screen readers, in the live region that every page has. */
export function tell(text: string): void {
  const voice = document.getElementById('voice');
  if (voice) voice.textContent = text;
}

const longest = 90;

/** What something is called: its words, else those of its pictures. */
export function nameOf(element: Element | null | undefined): string {
  const words = element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const alt = [...(element?.querySelectorAll('img') ?? [])].map((picture) => picture.alt).join(' ');
  return (words || alt).slice(0, longest);
}

/** As if the menu had been used: forms that keep answers hear of it. */
export function choose(field: HTMLSelectElement | HTMLInputElement, value: string): void {
  if (field.value === value) return;
  field.value = value;
  field.dispatchEvent(new CustomEvent('change', { bubbles: true, detail: byHand }));
}

/** Marks changes that came from here, so that they are not answered once more. */
const byHand = 'by-hand';
export const isByHand = (event: Event): boolean => event instanceof CustomEvent && event.detail === byHand;
