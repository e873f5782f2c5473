// Loaded on pages with something to follow. Where the browser takes messages, shows the button for it; pressing asks the
// browser, and then the form is sent like any other, with the browser's answer in it.

const places = document.querySelectorAll<HTMLElement>('[data-push]');

const supported = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

async function subscribe(keyAddress: string): Promise<PushSubscription> {
  const asked = await fetch(keyAddress, { headers: { accept: 'application/json' } });
  if (!asked.ok) throw new Error(String(asked.status));
  const { publicKey } = (await asked.json()) as { publicKey: string };
  const worker = await navigator.serviceWorker.register('/push-worker.js', { scope: '/push-worker/' });
  await active(worker);
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

/** A worker that looks after no page is never "ready" by itself: its own word is awaited. */
function active(worker: ServiceWorkerRegistration): Promise<void> {
  const starting = worker.installing ?? worker.waiting;
  if (worker.active || !starting) return Promise.resolve();
  return new Promise((resolve) => {
    starting.addEventListener('statechange', () => {
      if (starting.state === 'activated') resolve();
    });
  });
}

async function press(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const said = place.querySelector<HTMLElement>('[data-said]');
  const say = (text = '') => said?.replaceChildren(text);
  const field = place.querySelector<HTMLInputElement>('input[name=push]');
  const form = button.form;
  if (!field || !form) return;
  say();
  button.disabled = true;
  try {
    if ((await Notification.requestPermission()) !== 'granted') return say(place.dataset['denied']);
    field.value = JSON.stringify(await subscribe(place.dataset['push'] ?? ''));
    form.submit();
  } catch {
    say(place.dataset['failed']);
  } finally {
    button.disabled = false;
  }
}

for (const place of supported ? places : []) {
  const button = place.querySelector('button');
  place.hidden = false;
  button?.addEventListener('click', () => void press(place, button));
}
