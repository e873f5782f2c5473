import type { FromFrame, Start, ToFrame, Told } from './packages/messages.ts';

// Runs on the page around a package: gives it where the learner stopped, and brings what it says to the server. A message
// counts only when it comes from that frame and from that origin; what it holds is read by the server, word for word.

const sendAgainAfter = 5000;

for (const place of document.querySelectorAll<HTMLElement>('[data-package]')) attach(place);

function attach(place: HTMLElement): void {
  const frame = place.querySelector('iframe');
  const { src, origin = '', results } = place.dataset;
  if (!frame || src === undefined) return;
  const post = results === undefined ? undefined : sender(place, results);
  window.addEventListener('message', (event: MessageEvent<FromFrame | undefined>) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = event.data;
    if (message?.passerelle === 'ready') void start(place, frame, results);
    if (message?.passerelle === 'result') post?.(message.told);
    if (message?.passerelle === 'height') grow(frame, message.height);
  });
  place.hidden = false;
  frame.src = src;
}

function grow(frame: HTMLIFrameElement, height: unknown): void {
  if (typeof height !== 'number' || !Number.isFinite(height)) return;
  frame.height = String(Math.min(4000, Math.max(100, Math.ceil(height) + 2)));
}

/** Without an origin there is no other way to name whom it is for; where somebody stopped is no secret to the package. */
async function start(
  place: HTMLElement,
  frame: HTMLIFrameElement,
  results: string | undefined,
): Promise<void> {
  const { origin = '', mastery, launch } = place.dataset;
  const kept = results === undefined ? undefined : await keptAt(results);
  const message: ToFrame = {
    passerelle: 'start',
    start: {
      state: kept?.state ?? {},
      seconds: kept?.seconds ?? 0,
      learner: kept?.learner ?? 'reader',
      ...(mastery !== undefined && { mastery: Number(mastery) }),
      ...(launch !== undefined && { launchData: launch }),
    },
  };
  frame.contentWindow?.postMessage(message, origin === 'null' ? '*' : origin);
}

async function keptAt(results: string): Promise<Pick<Start, 'state' | 'seconds' | 'learner'> | undefined> {
  try {
    const answer = await fetch(results, { headers: { accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as Pick<Start, 'state' | 'seconds' | 'learner'>) : undefined;
  } catch {
    return undefined;
  }
}

/** Sends the latest of what was told, one after the other; what does not arrive is sent again. */
function sender(place: HTMLElement, results: string): (told: Told) => void {
  const session = crypto.randomUUID();
  const status = place.querySelector('[data-said]');
  let number = 0;
  let waiting: Told | undefined;
  let isSending = false;

  async function sendNext(): Promise<void> {
    if (isSending || waiting === undefined) return;
    const told = waiting;
    waiting = undefined;
    isSending = true;
    number += 1;
    const said = await post(results, { ...told, session, number });
    isSending = false;
    if (status && said !== undefined) status.textContent = said;
    if (said === undefined) {
      if (status) status.textContent = place.dataset['failed'] ?? '';
      waiting ??= told;
      window.setTimeout(() => void sendNext(), sendAgainAfter);
      return;
    }
    await sendNext();
  }
  return (told) => {
    waiting = told;
    void sendNext();
  };
}

/** The sentence that the server answers with; undefined when it could not be reached. What it refuses is not sent again. */
async function post(results: string, body: object): Promise<string | undefined> {
  try {
    const answer = await fetch(results, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      keepalive: JSON.stringify(body).length < 60_000,
    });
    if (answer.status >= 500) return undefined;
    const { said = '' } = (await answer.json()) as { said?: string };
    return said;
  } catch {
    return undefined;
  }
}
