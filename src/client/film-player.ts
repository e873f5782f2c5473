// Loaded on pages with a film. The film plays without it; this adds speed, quality, a transcript that follows, its search,
// and the place where one stopped, kept in this browser alone.

import { watchFilm } from './film-watch.ts';

const tick = 5;

class FilmPlayer extends HTMLElement {
  private readonly abort = new AbortController();
  private media: HTMLMediaElement | null = null;
  private lines: HTMLElement[] = [];
  private times: number[] = [];
  private now: HTMLElement | undefined;

  connectedCallback(): void {
    this.lines = [...this.querySelectorAll<HTMLElement>('[data-t]')];
    this.times = this.lines.map((line) => Number(line.dataset['t']));
    for (const tools of this.querySelectorAll<HTMLElement>('[data-tools]')) tools.hidden = false;
    this.askBeforeLoading();
    this.addEventListener('click', (event) => this.press(event.target), { signal: this.abort.signal });
    this.addEventListener('input', (event) => this.search(event.target), { signal: this.abort.signal });
    this.addEventListener('change', (event) => this.changeQuality(event.target), {
      signal: this.abort.signal,
    });
    const media = this.querySelector<HTMLMediaElement>('video, audio');
    if (media || this.querySelector('[data-src]')) this.makePressable();
    if (media) this.follow(media);
  }

  disconnectedCallback(): void {
    this.abort.abort();
  }

  private follow(media: HTMLMediaElement): void {
    this.media = media;
    const { signal } = this.abort;
    media.addEventListener('timeupdate', () => this.highlight(), { signal });
    media.addEventListener('loadedmetadata', () => this.resume(), { signal, once: true });
    media.addEventListener('timeupdate', () => this.keepPlace(), { signal });
    media.addEventListener('ended', () => keep(this.place), { signal });
    media.addEventListener('play', () => this.showQuality(), { signal, once: true });
    const { watch: address } = this.dataset;
    if (address !== undefined)
      watchFilm(media, { address, key: `watched:${this.place}`, signal, recall, keep });
    for (const event of ['timeupdate', 'seeked'] as const)
      media.addEventListener(event, () => this.stayInside(), { signal });
    media.addEventListener('play', () => this.beginAnew(), { signal });
    media.addEventListener('play', () => notePlayed(this), { signal });
    if (media.readyState > 0) this.resume();
    else if (this.dataset['at'] !== undefined && media.preload !== 'none') media.load();
  }

  private get place(): string {
    return `film:${this.dataset['place'] ?? ''}`;
  }

  private keepPlace(): void {
    const { currentTime = 0, duration = 0 } = this.media ?? {};
    if (currentTime > this.start + tick)
      keep(this.place, currentTime < Math.min(duration, this.end) - tick ? currentTime : undefined);
  }

  /** Where somebody wants to be now, else where they stopped; a part of a film begins with its own first second. */
  private resume(): void {
    const { media } = this;
    const asked = this.dataset['at'];
    const at = asked ?? recall(this.place);
    if (!media || at === null) return;
    const isFresh = media.currentTime <= this.start + 1;
    if (asked !== undefined || (isFresh && this.isInside(Number(at)))) media.currentTime = Number(at);
  }

  private get start(): number {
    return Number(this.dataset['start'] ?? 0);
  }

  private get end(): number {
    return Number(this.dataset['end'] ?? Infinity);
  }

  private isInside = (second: number): boolean => second > this.start && second < this.end;

  /** What is before or after the part that is shown is not played. */
  private stayInside(): void {
    const { media } = this;
    if (!media) return;
    if (media.currentTime < this.start - 0.5) media.currentTime = this.start;
    if (media.currentTime < this.end) return;
    if (!media.paused) media.pause();
    if (media.currentTime > this.end + 0.5) media.currentTime = this.end;
    keep(this.place);
  }

  /** Played once more after its end, it begins anew. */
  private beginAnew(): void {
    if (this.media && this.media.currentTime >= this.end - 0.3) this.media.currentTime = this.start;
  }

  /** Times become buttons: for keyboards and screen readers, who cannot press a line of text. */
  private makePressable(): void {
    for (const time of this.querySelectorAll<HTMLElement>('.cue-at')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'cue-at';
      button.textContent = time.textContent;
      const first = time.nextElementSibling as HTMLElement | null;
      button.dataset['at'] = time.dataset['at'] ?? first?.dataset['t'] ?? '0';
      time.replaceWith(button);
    }
  }

  private press(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    const { speed } = target.dataset;
    const at = target.dataset['at'] ?? target.dataset['t'];
    if (speed !== undefined) this.changeSpeed(Number(speed));
    // a film of another site is asked for by a button, not by a touch of the text
    else if (!this.media && target.dataset['at'] === undefined) return;
    else if (at !== undefined && getSelection()?.isCollapsed !== false) this.jump(Number(at));
  }

  /** Goes to a second and plays; a film of another site is asked for with it. */
  jump(seconds: number): void {
    const { media } = this;
    if (!media) return this.load(seconds);
    const go = () => (media.currentTime = seconds);
    if (media.readyState > 0) go();
    else media.addEventListener('loadedmetadata', go, { once: true });
    void media.play().catch(() => undefined);
  }

  private changeSpeed(speed: number): void {
    if (this.media) this.media.playbackRate = this.media.defaultPlaybackRate = speed;
    for (const button of this.querySelectorAll<HTMLElement>('[data-speed]'))
      button.ariaPressed = String(Number(button.dataset['speed']) === speed);
  }

  /** The menu says what is playing, which the browser chose. */
  private showQuality(): void {
    const menu = this.querySelector<HTMLSelectElement>('[data-quality]');
    const playing = this.media?.currentSrc ?? '';
    for (const option of menu?.options ?? []) if (playing.endsWith(option.value)) option.selected = true;
  }

  private changeQuality(target: EventTarget | null): void {
    const { media } = this;
    if (!(target instanceof HTMLSelectElement) || !media || target.dataset['quality'] === undefined) return;
    const { currentTime, paused, playbackRate } = media;
    media.src = target.value;
    media.addEventListener(
      'loadedmetadata',
      () => {
        media.currentTime = currentTime;
        media.playbackRate = playbackRate;
        if (!paused) void media.play().catch(() => undefined);
      },
      { once: true },
    );
    media.load();
  }

  private highlight(): void {
    const at = this.media?.currentTime ?? 0;
    const index = this.times.findLastIndex((time) => time <= at + 0.05);
    const line = this.lines[index];
    if (line === this.now) return;
    this.now?.removeAttribute('aria-current');
    line?.setAttribute('aria-current', 'true');
    this.now = line;
    // the text scrolls inside its own box; the page stays where the reader put it
    const box = line?.closest<HTMLElement>('.transcript-text');
    if (line && box && !box.matches(':hover, :focus-within'))
      box.scrollTop = line.offsetTop - box.offsetTop - box.clientHeight / 3;
  }

  private search(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || target.dataset['search'] === undefined) return;
    const words = fold(target.value);
    const found = this.lines.filter((line) => {
      const hit = words !== '' && fold(line.textContent).includes(words);
      line.classList.toggle('hit', hit);
      return hit;
    });
    const said = this.querySelector<HTMLElement>('[data-found]');
    if (said) said.textContent = words && (said.dataset['found'] ?? '').replace('0', String(found.length));
    found[0]?.scrollIntoView({ block: 'nearest' });
  }

  /** A film of another site comes when somebody asks for it, and not before. */
  private askBeforeLoading(): void {
    const place = this.querySelector<HTMLElement>('[data-src]');
    const button = place?.querySelector<HTMLButtonElement>('[data-load]');
    if (!place || !button) return;
    button.hidden = false;
    button.addEventListener('click', () => this.load(), { signal: this.abort.signal });
  }

  private load(seconds?: number): void {
    const place = this.querySelector<HTMLElement>('[data-src]');
    if (!place) return;
    const { kind, title = '', srcAt = '' } = place.dataset;
    const src =
      seconds === undefined ? place.dataset['src'] : srcAt.replace('{at}', String(Math.floor(seconds)));
    if (src === undefined) return;
    if (kind === 'file') {
      const video = document.createElement('video');
      Object.assign(video, { src, controls: true, autoplay: true, playsInline: true });
      place.replaceChildren(video);
      return this.follow(video);
    }
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.allow = 'autoplay; fullscreen; picture-in-picture; encrypted-media';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-presentation');
    frame.src = src;
    place.replaceChildren(frame);
    frame.focus();
  }

  /** Second that is played now; undefined where nothing was played, or another site plays it. */
  get second(): number | undefined {
    return this.media && this.media.currentTime > 0 ? this.media.currentTime : undefined;
  }
}

let lastPlayed: FilmPlayer | undefined;
const notePlayed = (film: FilmPlayer): void => void (lastPlayed = film);

const filmOf = (block: string | undefined): FilmPlayer | undefined =>
  [...document.querySelectorAll<FilmPlayer>('film-player')].find(
    (film) => block === undefined || film.dataset['block'] === block,
  );

/** A time in a note moves its film, where that stands on this page. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-film-at]') : null;
  const film = link && (filmOf(link.dataset['film']) ?? filmOf(undefined));
  if (!link || !film || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { pathname } = new URL((link as HTMLAnchorElement).href);
  if (pathname !== location.pathname) return;
  event.preventDefault();
  film.scrollIntoView({ block: 'nearest' });
  film.jump(Number(link.dataset['filmAt']));
});

/** A note that is begun is about what is played now; what somebody wrote there stays. */
document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || !target.form?.querySelector('[data-note-film]')) return;
  const { elements } = target.form;
  const [at, film] = [elements.namedItem('at'), elements.namedItem('film')];
  const second = lastPlayed?.isConnected ? lastPlayed.second : undefined;
  if (!(at instanceof HTMLInputElement) || !(film instanceof HTMLInputElement) || second === undefined)
    return;
  if (at.value !== '' && at.value !== at.dataset['filled']) return;
  at.value = at.dataset['filled'] = sayTime(second);
  film.value = lastPlayed?.dataset['block'] ?? film.value;
});

function sayTime(second: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const hours = Math.floor(second / 3600);
  const rest = `${two(second % 60)}`;
  return hours > 0 ? `${hours}:${two((second / 60) % 60)}:${rest}` : `${Math.floor(second / 60)}:${rest}`;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

// Private windows may refuse to keep anything.
function keep(key: string, seconds?: number): void {
  try {
    if (seconds === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, String(Math.floor(seconds)));
  } catch {
    return;
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

customElements.define('film-player', FilmPlayer);
