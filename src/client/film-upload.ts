// Loaded where films are sent: on their list, and in the form of a block. Without it forms send the film whole; with it the film
// goes in pieces, and goes on after a lost network or a reload. The library for that is fetched only when somebody sends something.
import type { Upload } from 'tus-js-client';

/** Half a minute on a slow line; what was sent of a piece that broke off is kept as well. */
const pieceBytes = 4 * 1024 * 1024;
const lookAgainMs = 4000;

class Sending {
  private upload: Upload | undefined;
  private readonly bar: HTMLProgressElement | null;
  private readonly said: HTMLElement | null;
  private readonly pause: HTMLButtonElement | null;
  private readonly goOn: HTMLButtonElement | null;
  private readonly root: HTMLElement;
  /** What is done with a film that has arrived: its file, and the id of its upload. */
  private readonly arrived: (file: File, upload: string) => void;
  isBusy = false;

  constructor(root: HTMLElement, arrived: (file: File, upload: string) => void) {
    this.root = root;
    this.arrived = arrived;
    this.bar = root.querySelector('progress');
    this.said = root.querySelector('[data-said]');
    this.pause = root.querySelector('[data-pause]');
    this.goOn = root.querySelector('[data-go-on]');
    this.goOn?.addEventListener('click', () => void this.start());
    this.pause?.addEventListener('click', () => void this.stop());
    addEventListener('online', () => this.upload?.start());
    addEventListener('offline', () => this.say('offline'));
  }

  async start(): Promise<void> {
    const file = this.root.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    if (!file) return;
    const tus = await import('tus-js-client');
    const block = this.root.querySelector<HTMLInputElement>('input[name=block]')?.value;
    this.upload = new tus.Upload(file, {
      endpoint: this.root.dataset['filmUpload'] ?? '',
      chunkSize: pieceBytes,
      retryDelays: [0, 1000, 3000, 8000, 20_000, 60_000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, ...(block && { block }) },
      onProgress: (sent, all) => this.show(sent, all),
      onSuccess: () => this.done(file),
      onError: (error) => this.fail(error),
    });
    const [before] = await this.upload.findPreviousUploads();
    if (before) {
      this.upload.resumeFromPreviousUpload(before);
      this.say('resuming');
    }
    this.busy(true);
    this.upload.start();
  }

  private async stop(): Promise<void> {
    await this.upload?.abort();
    this.busy(false);
    this.say('paused');
  }

  private busy(isBusy: boolean): void {
    this.isBusy = isBusy;
    if (this.goOn) this.goOn.hidden = isBusy;
    this.root.querySelector<HTMLElement>('[data-progress]')?.removeAttribute('hidden');
    if (this.pause) this.pause.hidden = !isBusy;
    const button = this.root.querySelector<HTMLButtonElement>('button:not([type=button])');
    if (button) button.disabled = isBusy;
    onbeforeunload = isBusy ? (event) => event.preventDefault() : null;
  }

  private show(sent: number, all: number): void {
    const percent = Math.floor((100 * sent) / Math.max(1, all));
    if (this.bar) this.bar.value = percent;
    const format = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
    this.say('sending', format.format(percent / 100));
  }

  private say(what: string, percent = ''): void {
    if (this.said) this.said.textContent = (this.root.dataset[what] ?? '').replace('{percent}', percent);
  }

  private fail(error: unknown): void {
    this.busy(false);
    // a refusal of ours is a sentence for the author
    const answer = (error as { originalResponse?: { getStatus(): number; getBody(): string } | null })
      .originalResponse;
    const sentence = answer && [409, 413, 422].includes(answer.getStatus()) ? answer.getBody() : '';
    if (sentence && this.said) this.said.textContent = sentence;
    else this.say(navigator.onLine ? 'failed' : 'offline');
  }

  private done(file: File): void {
    this.busy(false);
    if (this.goOn) this.goOn.hidden = true;
    this.say('done');
    this.arrived(file, this.upload?.url?.split('/').at(-1) ?? '');
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-film-upload]')) {
  const sending = new Sending(form, () => location.reload());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sending.start();
  });
}

/** The field of a film in a form: what is chosen on the device is sent at once, and then chosen in the menu. */
function equipField(root: HTMLElement): void {
  root.dataset['equipped'] = '';
  const menu = root.querySelector('select');
  const input = root.querySelector<HTMLInputElement>('input[type=file]');
  if (!menu || !input) return;
  const sending = new Sending(root, ({ name }, upload) => {
    const film = new Option(`${name} (${root.dataset['waits'] ?? ''})`, `film-${upload}`, true, true);
    film.dataset['state'] = root.dataset['waits'] ?? '';
    menu.append(film);
    // it is here: the form need not send it again
    input.value = '';
    for (const event of ['input', 'change']) menu.dispatchEvent(new Event(event, { bubbles: true }));
  });
  input.addEventListener('change', () => void sending.start());
  menu.addEventListener('change', () => showChosen(root, menu.selectedOptions[0]));
  input.form?.addEventListener('submit', (event) => sending.isBusy && event.preventDefault(), {
    capture: true,
  });
}

function showChosen(root: HTMLElement, film: HTMLOptionElement | undefined): void {
  const shown = root.querySelector<HTMLElement>('[data-chosen]');
  const [picture, state] = [shown?.querySelector('img'), shown?.querySelector('[data-state]')];
  const poster = film?.dataset['poster'];
  if (shown) shown.hidden = !film?.value;
  if (state) state.textContent = film?.dataset['state'] ?? '';
  if (!picture) return;
  picture.hidden = poster === undefined;
  if (poster !== undefined) picture.src = poster;
}

/** Forms come anew when something in them has to be mended. */
function equipFields(): void {
  document.querySelectorAll<HTMLElement>('[data-film-field]:not([data-equipped])').forEach(equipField);
}
equipFields();
new MutationObserver(equipFields).observe(document.body, { childList: true, subtree: true });

/** While films are being made, the list is read again and again; hidden pages do not ask. */
async function lookAgain(): Promise<void> {
  const busy = document.querySelector('[data-region=films][data-busy]');
  if (busy && !document.hidden && !document.activeElement?.closest('[data-region=films]')) {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
    const next = page?.querySelector('[data-region=films]');
    if (next) busy.replaceWith(next);
  }
  if (document.querySelector('[data-region=films][data-busy]'))
    setTimeout(() => void lookAgain(), lookAgainMs);
}
setTimeout(() => void lookAgain(), lookAgainMs);
