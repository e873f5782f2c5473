/** Typing rests this long before it is sent. */
const restMs = 1500;

type Words = Readonly<Record<string, string>>;

/**
 * Sends the form's text to the server whenever writing rests, and keeps a copy in the browser while the server cannot be
 * reached. When the text changed in another window it stops and says so: pressing "Save" then shows both. Returns what to
 * call after a change that the form's own fields do not tell of.
 */
export function autosave(form: HTMLFormElement, words: Words): () => void {
  const line = form.querySelector<HTMLElement>('[data-saved]');
  const key = `article:${form.dataset['autosave'] ?? ''}:${value(form, 'lang')}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isStopped = false;
  const say = (text: string) => {
    if (line) line.textContent = text;
  };

  const send = async (): Promise<void> => {
    if (isSending || isStopped) return later();
    isSending = true;
    const sent = textsOf(form);
    try {
      const answer = await post(form.dataset['autosave'] ?? '', sent);
      if (answer.changed) {
        isStopped = true;
        say(words['changed'] ?? '');
      } else if (answer.version !== undefined) {
        setValue(form, 'version', String(answer.version));
        say(answer.said ?? '');
        localStorage.removeItem(key);
        await showStanding(answer.articleVersion);
      } else say(answer.problem ?? words['not-saved'] ?? '');
    } catch {
      keepCopy(key, sent);
      say(words['not-saved'] ?? '');
      later();
    } finally {
      isSending = false;
    }
  };

  const later = () => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void send(), restMs);
  };
  const changed = () => {
    say(words['saving'] ?? '');
    later();
  };

  form.addEventListener('input', (event) => {
    const field = event.target;
    if (field instanceof HTMLInputElement && (field.type === 'file' || field.name === 'pictureAlt')) return;
    changed();
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  offerCopy(form, key, words, changed);
  return changed;
}

const saved = ['lang', 'version', 'title', 'summary', 'body', 'coverAlt'] as const;

const value = (form: HTMLFormElement, name: string): string => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
};

function setValue(form: HTMLFormElement, name: string, text: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = text;
}

const textsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(saved.map((name) => [name, value(form, name)]));

interface Answer {
  readonly version?: number;
  /** Of the whole article. */
  readonly articleVersion?: number;
  readonly said?: string;
  readonly changed?: boolean;
  readonly problem?: string;
}

async function post(address: string, texts: Record<string, string>): Promise<Answer> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(texts),
  });
  if (answer.status >= 500 || !answer.headers.get('content-type')?.includes('json'))
    throw new Error(String(answer.status));
  return (await answer.json()) as Answer;
}

/**
 * The article stands elsewhere now: what it lacks, and what can be done with it. The forms beside the text begin from
 * this version; what somebody is filling in there stays.
 */
async function showStanding(version: number | undefined): Promise<void> {
  for (const field of document.querySelectorAll<HTMLInputElement>('[data-article-version]'))
    field.value = String(version ?? field.value);
  const present = document.querySelector('[data-region="standing"]');
  if (!present || present.contains(document.activeElement)) return;
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('[data-region="standing"]');
  if (next && !present.contains(document.activeElement)) present.replaceChildren(...next.childNodes);
}

/** A full or forbidden store is no reason to stop writing. */
function keepCopy(key: string, texts: Record<string, string>): void {
  try {
    localStorage.setItem(key, JSON.stringify(texts));
  } catch {
    return;
  }
}

/** Words that never reached the server: offered once the page is open again. */
function offerCopy(form: HTMLFormElement, key: string, words: Words, changed: () => void): void {
  const kept = localStorage.getItem(key);
  if (kept === null) return;
  const copy = JSON.parse(kept) as Record<string, string>;
  if (copy['body'] === value(form, 'body') && copy['title'] === value(form, 'title'))
    return localStorage.removeItem(key);
  const bar = document.createElement('div');
  bar.className = 'notice soon';
  const text = document.createElement('p');
  text.textContent = words['rescued'] ?? '';
  const take = button(words['rescue'] ?? '', () => {
    for (const name of ['title', 'summary', 'body', 'coverAlt']) setValue(form, name, copy[name] ?? '');
    form.querySelector('textarea[data-rich-text]')?.dispatchEvent(new CustomEvent('rescued'));
    bar.remove();
    changed();
  });
  const forget = button(words['discard'] ?? '', () => {
    localStorage.removeItem(key);
    bar.remove();
  });
  bar.append(text, take, forget);
  form.prepend(bar);
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn small';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}
