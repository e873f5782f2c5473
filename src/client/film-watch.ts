// How a film is watched, for its authors: which stretches of ten seconds were reached and watched again, and where it was
// left. Told once, as the page is left, in some hundred bytes; how far one ever got is remembered in this browser alone.

const stretch = 10;
const most = 200;

interface Ways {
  readonly address: string;
  /** What the frontier is remembered by. */
  readonly key: string;
  readonly signal: AbortSignal;
  readonly recall: (key: string) => string | null;
  readonly keep: (key: string, value: number) => void;
}

/** Follows one film until its page is left. */
export function watchFilm(media: HTMLMediaElement, { address, key, signal, recall, keep }: Ways): void {
  const seen = new Set<number>();
  const again = new Map<number, number>();
  let told = Number(recall(key)) || 0;
  let reached = told;
  let last = -1;

  const look = () => {
    if (media.paused || media.seeking) return;
    const at = Math.floor(media.currentTime / stretch);
    if (at === last) return;
    last = at;
    if (!seen.has(at)) seen.add(at);
    else if (again.has(at) || again.size < most) again.set(at, (again.get(at) ?? 0) + 1);
    reached = Math.max(reached, at + 1);
  };
  const tell = (left: boolean) => {
    if (last < 0 || (!left && reached === told && again.size === 0)) return;
    const words = new URLSearchParams({ from: String(told), to: String(reached) });
    if (again.size > 0) words.set('again', [...again].map(([at, times]) => `${at}:${times}`).join());
    if (left && !media.ended) words.set('left', String(last));
    if (!navigator.sendBeacon(address, words)) return;
    told = reached;
    again.clear();
    keep(key, told);
  };
  media.addEventListener('timeupdate', look, { signal });
  addEventListener('pagehide', () => tell(true), { signal });
  document.addEventListener('visibilitychange', () => document.hidden && tell(false), { signal });
}
