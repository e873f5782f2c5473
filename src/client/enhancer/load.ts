import { toast } from './speak.ts';

export interface Loaded {
  readonly doc: Document;
  /** Where one ended up after redirects. */
  readonly url: string;
  readonly status: number;
  readonly redirected: boolean;
}

let reading: AbortController | undefined;

/** Reads a page; a newer reading stops the older one (null). Says what went wrong, and answers undefined then. */
export function read(url: string): Promise<Loaded | undefined | null> {
  reading?.abort();
  reading = new AbortController();
  return load(url, { signal: reading.signal });
}

/** Sends a form; never stopped halfway. */
export function send(url: string, body: BodyInit): Promise<Loaded | undefined | null> {
  reading?.abort();
  return load(url, { method: 'POST', body });
}

async function load(url: string, init: RequestInit): Promise<Loaded | undefined | null> {
  try {
    const answer = await fetch(url, {
      ...init,
      headers: { accept: 'text/html' },
      credentials: 'same-origin',
    });
    if (answer.status >= 500 || !answer.headers.get('content-type')?.startsWith('text/html')) {
      toast('failed');
      return undefined;
    }
    const doc = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return { doc, url: answer.url, status: answer.status, redirected: answer.redirected };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    toast(navigator.onLine ? 'failed' : 'offline');
    return undefined;
  }
}
