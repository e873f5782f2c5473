import { playH5p } from './packages/h5p-runtime.ts';
import type { FromFrame, KeptState, Start, ToFrame } from './packages/messages.ts';
import { offerScorm } from './packages/scorm-runtime.ts';

// Runs in the frame, on the host for frames: plays a package, and tells the page around it what the package says. What the
// package is made of can reach this script: nothing here is secret, and nothing it says is believed.

const { address = '', kind = '', entry = '', host = '' } = document.body.dataset;

const tell = (message: FromFrame): void => window.parent.postMessage(message, host);

/** A frame without an origin has no storage; many packages ask for one before they begin. */
function lendStorage(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    try {
      void window[name].length;
    } catch {
      const kept = new Map<string, string>();
      const value = {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, text: string) => void kept.set(key, String(text)),
        removeItem: (key: string) => void kept.delete(key),
        clear: () => kept.clear(),
        key: (at: number) => [...kept.keys()][at] ?? null,
        get length() {
          return kept.size;
        },
      };
      Object.defineProperty(window, name, { value, configurable: true });
    }
  }
}

const pause = 300;
let timer: number | undefined;
let latest: KeptState = {};
let began = 0;

/** A package says many small things in a row: they go together. */
function changed(told: KeptState): void {
  latest = told;
  timer ??= window.setTimeout(tellNow, pause);
}

function tellNow(): void {
  window.clearTimeout(timer);
  timer = undefined;
  tell({
    passerelle: 'result',
    told: { ...latest, seconds: Math.round((performance.now() - began) / 1000) },
  });
}

/** Names in manifests are plain; in addresses they are not. */
function addressOf(inside: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(inside) ?? [];
  return `/packages/${address}/${path.split('/').map(encodeURIComponent).join('/')}${rest}`;
}

function openPiece(): void {
  const frame = document.createElement('iframe');
  frame.allow = 'fullscreen';
  frame.src = addressOf(entry);
  document.body.append(frame);
}

function followHeight(): void {
  const told = (): void => tell({ passerelle: 'height', height: document.documentElement.scrollHeight });
  document.documentElement.classList.add('grows');
  new ResizeObserver(told).observe(document.body);
}

function begin(start: Start): void {
  began = performance.now();
  if (kind === 'h5p') {
    document.body.style.height = document.documentElement.style.height = 'auto';
    followHeight();
    void playH5p(address, changed);
    return;
  }
  if (kind === 'scorm-1.2' || kind === 'scorm-2004') offerScorm(kind, start, changed);
  openPiece();
}

let hasBegun = false;
window.addEventListener('message', (event: MessageEvent<ToFrame | undefined>) => {
  if (event.source !== window.parent || event.origin !== host || hasBegun) return;
  if (event.data?.passerelle !== 'start') return;
  hasBegun = true;
  begin(event.data.start);
});
window.addEventListener('pagehide', () => timer !== undefined && tellNow());
lendStorage();
tell({ passerelle: 'ready' });
