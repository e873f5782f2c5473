// Loaded where answers have a limited time. The page says in words until when; this counts down from the seconds that the
// server said were left. The clock of the device is not believed: it may be wrong, and it may stand still in a pocket.

const grace = 11_500;
const retry = 8000;
/** Seconds left that are said aloud. */
const said = [300, 60] as const;

/** Times are written in the digits of every language's clocks. */
const two = (value: number): string => String(value).padStart(2, '0');

/** Milliseconds of the page's own clock at which its first byte came. */
const delivered = () => {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.responseStart ?? performance.now();
};

class Clock {
  private readonly place: HTMLElement;
  private readonly form: HTMLFormElement;
  /** On the page's own clock, in milliseconds. */
  private end: number;
  private last: number;
  private ticked = { own: performance.now(), wall: Date.now() };
  private isOver = false;
  /** Questions that were changed here: another tab may know more of the others. */
  private readonly changed = new Set<string>();
  private readonly abort = new AbortController();

  constructor(place: HTMLElement, form: HTMLFormElement, from: number) {
    this.place = place;
    this.form = form;
    this.end = from + Number(place.dataset['clock']) * 1000;
    this.last = this.left();
    const { signal } = this.abort;
    for (const event of ['input', 'change'] as const)
      form.addEventListener(event, ({ target }) => this.note(target), { signal });
    document.addEventListener('visibilitychange', () => document.hidden || void this.ask(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && void this.ask(), { signal });
    this.tick();
  }

  private left(): number {
    return Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
  }

  private note(target: EventTarget | null): void {
    const [kind, key] = (target as HTMLInputElement | null)?.name.split(':') ?? [];
    if (kind === 'a' && key) this.changed.add(key);
  }

  private tick(): void {
    // what came in its place has a clock of its own
    if (!this.place.isConnected) return this.abort.abort();
    if (this.isOver) return;
    const now = { own: performance.now(), wall: Date.now() };
    const hasSlept = Math.abs(now.wall - this.ticked.wall - (now.own - this.ticked.own)) > 2000;
    this.ticked = now;
    if (hasSlept) void this.ask();
    this.show();
    if (this.left() === 0) void this.finish();
    else setTimeout(() => this.tick(), ((this.end - performance.now()) % 1000) + 5);
  }

  private show(): void {
    const left = this.left();
    if (left !== this.last || !this.place.dataset['counts']) {
      this.place.textContent = (this.place.dataset['left'] ?? '').replace('{time}', sayTime(left));
      this.place.dataset['counts'] = left <= 60 ? 'soon' : 'yes';
    }
    for (const [at, seconds] of said.entries())
      if (this.last > seconds && left <= seconds && left > 0) tell(this.place.dataset[`said${at}`]);
    this.last = left;
  }

  /** What the server says now: after a sleep, after a way back, and because somebody may have given more time. */
  private async ask(): Promise<boolean> {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' }).catch(
      () => undefined,
    );
    const from = performance.now();
    if (!answer?.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const clock = page.getElementById(this.place.id);
    if (clock) this.end = from + Number(clock.dataset['clock']) * 1000;
    else if (this.changed.size === 0) location.reload();
    return clock !== null;
  }

  /**
   * What was written here is sent at once, while it still counts; then, when nothing that travels can come in any more, the
   * attempt is closed, and all that was kept in time counts, from whatever tab it came.
   */
  private async finish(): Promise<void> {
    const isKept = this.changed.size === 0 || (await this.send(this.changed));
    if (!isKept) return void setTimeout(() => this.tick(), 2000);
    await this.ask();
    if (this.left() > 0) return this.tick();
    this.isOver = true;
    this.abort.abort();
    this.place.textContent = this.place.dataset['over'] ?? '';
    tell(this.place.dataset['over']);
    this.form.inert = true;
    setTimeout(() => void this.close(), grace);
  }

  private async close(): Promise<void> {
    if (!(await this.send(new Set()))) return void setTimeout(() => void this.close(), retry);
    history.replaceState(history.state, '', `#${this.form.parentElement?.id ?? ''}`);
    location.reload();
  }

  /** Sends some of the questions, without checking them. */
  private async send(keys: ReadonlySet<string>): Promise<boolean> {
    const body = new FormData();
    for (const [name, value] of new FormData(this.form)) {
      const [kind, key = ''] = name.split(':');
      const isOf = kind === 'a' ? keys.has(key) : name === 'asked' ? keys.has(String(value)) : name !== 'do';
      if (isOf) body.append(name, value);
    }
    body.set('do', 'save');
    const isText = this.form.enctype !== 'multipart/form-data';
    const sent = isText ? new URLSearchParams([...body] as [string, string][]) : body;
    const answer = await fetch(this.form.action, { method: 'POST', body: sent, redirect: 'manual' }).catch(
      () => undefined,
    );
    return answer !== undefined && answer.status < 500;
  }
}

function sayTime(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function tell(text: string | undefined): void {
  const voice = document.getElementById('voice');
  if (voice && text) voice.textContent = text;
}

/** Sets come anew when they are begun, or when answers were checked. */
function wind(from: number): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-clock]:not([data-counts])')) {
    const form = place.parentElement?.querySelector('form');
    if (form) new Clock(place, form, from);
  }
}

wind(delivered());
new MutationObserver(() => wind(performance.now())).observe(document.body, {
  childList: true,
  subtree: true,
});
