import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

// Loaded on the pages that offer passkeys only. A form marked `data-passkey` shows itself where the browser knows
// passkeys; pressing its button asks the device, and then the form is sent like any other, with the device's answer.

const forms = document.querySelectorAll<HTMLFormElement>('form[data-passkey]');

async function answerOf(form: HTMLFormElement): Promise<unknown> {
  const asked = await fetch(form.dataset['options'] ?? '', {
    method: 'POST',
    headers: { accept: 'application/json' },
  });
  if (!asked.ok) throw new Error(String(asked.status));
  const optionsJSON = (await asked.json()) as never;
  return form.dataset['passkey'] === 'add'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON });
}

async function send(form: HTMLFormElement): Promise<void> {
  const said = form.querySelector<HTMLElement>('[data-said]');
  if (said) said.textContent = '';
  form.ariaBusy = 'true';
  try {
    const answer = await answerOf(form);
    const field = form.elements.namedItem('response');
    if (field instanceof HTMLInputElement) field.value = JSON.stringify(answer);
    form.submit();
  } catch {
    // Most often the person closed the device's window; the page stays as it is.
    form.ariaBusy = 'false';
    if (said) said.textContent = form.dataset['failed'] ?? '';
  }
}

for (const form of forms) {
  if (!browserSupportsWebAuthn()) continue;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.ariaBusy !== 'true') void send(form);
  });
}
