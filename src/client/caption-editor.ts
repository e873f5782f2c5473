// Loaded beside captions that are edited. Without it the form works as forms do; with it the film and the lines know of each
// other, keys spare the mouse, and what was typed is saved by itself.

const saveAfterMs = 3000;
let saving: ReturnType<typeof setTimeout> | undefined;

const media = () => document.querySelector<HTMLMediaElement>('.caption-film video, .caption-film audio');
const form = () => document.querySelector<HTMLFormElement>('form[data-captions]');
const status = () => document.querySelector<HTMLElement>('[data-autosaved]');
const lineOf = (element: Element | null) => element?.closest<HTMLElement>('[data-line]') ?? null;
const fieldOf = (line: Element | null, name: string) =>
  line?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name^="${name}-"]`) ?? null;

function readTime(text: string): number {
  const parts = text.replace(',', '.').split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

function writeTime(seconds: number): string {
  const ms = Math.max(0, Math.round(seconds * 1000));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

/** Plays a line from its start to its end. */
function play(line: Element | null): void {
  const film = media();
  const [start, end] = ['start', 'end'].map((name) => readTime(fieldOf(line, name)?.value ?? ''));
  if (!film || start === undefined || end === undefined || !(end > start)) return;
  const stop = () => {
    if (film.currentTime < end && !film.paused) return;
    if (film.currentTime >= end) film.pause();
    film.removeEventListener('timeupdate', stop);
  };
  const begin = () => {
    film.currentTime = start;
    film.addEventListener('timeupdate', stop);
    void film.play().catch(() => undefined);
  };
  if (film.readyState > 0) begin();
  else {
    film.addEventListener('loadedmetadata', begin, { once: true });
    film.load();
  }
}

function setTime(line: Element | null, which: string): void {
  const field = fieldOf(line, which);
  const film = media();
  if (!field || !film) return;
  field.value = writeTime(film.currentTime);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Splits where the cursor stands; the button of the line does the rest. */
function split(line: Element | null): void {
  const button = line?.querySelector<HTMLButtonElement>('button[value^="split:"]');
  const text = fieldOf(line, 'text');
  if (!button || !text) return;
  tellPlace(line);
  // what has the focus keeps its words through a swap, and these are to change
  text.blur();
  button.form?.requestSubmit(button);
}

function tellPlace(line: Element | null): void {
  const text = fieldOf(line, 'text');
  const { elements } = form() ?? {};
  const set = (name: string, value: string) => {
    const field = elements?.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  };
  set('letters', text instanceof HTMLTextAreaElement ? String(text.selectionStart) : '');
  set('now', media()?.currentTime ? String(media()?.currentTime) : '');
}

function go(line: Element | null, step: 1 | -1): void {
  const lines = [...document.querySelectorAll('[data-line]')];
  const next = lines[lines.indexOf(line as HTMLElement) + step];
  fieldOf(next ?? null, 'text')?.focus();
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest('button') : null;
  const line = lineOf(target);
  if (!target || !line) return;
  if (target.matches('[data-play]')) play(line);
  else if (target.dataset['set']) setTime(line, target.dataset['set']);
  else if (target.value.startsWith('split:')) tellPlace(line);
});

const keys: Readonly<Record<string, (line: Element | null) => void>> = {
  KeyP: play,
  KeyS: (line) => setTime(line, 'start'),
  KeyE: (line) => setTime(line, 'end'),
  ArrowDown: (line) => go(line, 1),
  ArrowUp: (line) => go(line, -1),
  Enter: split,
};

document.addEventListener('keydown', (event) => {
  const line = lineOf(event.target instanceof Element ? event.target : null);
  const act = event.altKey && !event.ctrlKey && !event.metaKey ? keys[event.code] : undefined;
  if (!line || !act) return;
  event.preventDefault();
  act(line);
});

document.addEventListener('input', (event) => {
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  if (!lineOf(target) || !/^(?:text|start|end)-\d/.test(target.name)) return;
  clearTimeout(saving);
  saving = setTimeout(() => void save(), saveAfterMs);
});
// a button sends everything by itself
document.addEventListener('submit', () => clearTimeout(saving));

/** A new line waits for its button, and so does a line that was emptied: saving those would move all others. */
async function save(): Promise<void> {
  const from = form();
  const was = from?.elements.namedItem('was');
  const address = from?.dataset['captions'];
  if (!from || !address || !(was instanceof HTMLInputElement)) return;
  const fields = [...new FormData(from)].filter(([name]) => !name.endsWith('-new')) as [string, string][];
  const isEmptied = fields.some(([name, value]) => name.startsWith('text-') && value.trim() === '');
  const before = was.value;
  const answer = isEmptied
    ? undefined
    : await fetch(address, { method: 'POST', body: new URLSearchParams(fields) }).catch(() => undefined);
  const said = answer?.ok
    ? ((await answer.json()) as { saved: boolean; was: string; sameOrder: boolean })
    : undefined;
  const line = status();
  const isSaved = said?.saved === true;
  if (line) line.textContent = (isSaved ? line.dataset['autosaved'] : line.dataset['notSaved']) ?? '';
  if (!isSaved || was.value !== before) return;
  was.value = said.was;
  // lines passed each other: the form has to show them where they stand now
  if (!said.sameOrder) from.requestSubmit(from.querySelector<HTMLButtonElement>('button[value=save]'));
}

function highlight(): void {
  const at = media()?.currentTime ?? 0;
  for (const line of document.querySelectorAll<HTMLElement>('[data-line]')) {
    const [start, end] = ['start', 'end'].map((name) => readTime(fieldOf(line, name)?.value ?? ''));
    const isNow = start !== undefined && end !== undefined && at >= start && at < end;
    line.toggleAttribute('data-now', isNow && line.dataset['line'] !== 'new');
  }
}
media()?.addEventListener('timeupdate', highlight);

function showTools(): void {
  if (!media()) return;
  for (const tool of document.querySelectorAll<HTMLElement>(
    '[data-play], [data-set], .caption-film [data-tools]',
  ))
    tool.hidden = false;
}
showTools();
const region = document.querySelector('[data-region=captions]');
if (region) new MutationObserver(showTools).observe(region, { childList: true });
