// Loaded on the page where films are sent. Without it the form sends the film whole; with it the film goes in pieces, and goes
// on after a lost network or a reload. The library for that is fetched only when somebody sends something.
import type { Upload } from 'tus-js-client';

/** Half a minute on a slow line; what was sent of a piece that broke off is kept as well. */
const pieceBytes = 4 * 1024 * 1024;
const lookAgainMs = 4000;

class Sending {
  private upload: Upload | undefined;
  private readonly bar: HTMLProgressElement | null;
  private readonly said: HTMLElement | null;
  private readonly pause: HTMLButtonElement | null;
  private readonly form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.form = form;
    this.bar = form.querySelector('progress');
    this.said = form.querySelector('[data-said]');
    this.pause = form.querySelector('[data-pause]');
    this.pause?.addEventListener('click', () => void this.stop());
    addEventListener('online', () => this.upload?.start());
    addEventListener('offline', () => this.say('offline'));
  }

  async start(): Promise<void> {
    const file = this.form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    if (!file) return;
    const tus = await import('tus-js-client');
    const block = this.form.querySelector<HTMLInputElement>('input[name=block]')?.value;
    this.upload = new tus.Upload(file, {
      endpoint: this.form.dataset['filmUpload'] ?? '',
      chunkSize: pieceBytes,
      retryDelays: [0, 1000, 3000, 8000, 20_000, 60_000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, ...(block && { block }) },
      onProgress: (sent, all) => this.show(sent, all),
      onSuccess: () => this.done(),
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
    this.form.querySelector<HTMLElement>('[data-progress]')?.removeAttribute('hidden');
    if (this.pause) this.pause.hidden = !isBusy;
    const button = this.form.querySelector<HTMLButtonElement>('button:not([type=button])');
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
    if (this.said) this.said.textContent = (this.form.dataset[what] ?? '').replace('{percent}', percent);
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

  private done(): void {
    this.busy(false);
    this.say('done');
    location.reload();
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-film-upload]')) {
  const sending = new Sending(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sending.start();
  });
}

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
