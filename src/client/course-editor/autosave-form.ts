/** Typing rests this long before it is sent. */
const restMs = 1500;

interface Answer {
  readonly revision?: number;
  readonly said?: string;
  /** Somebody else wrote meanwhile. */
  readonly changed?: boolean;
  readonly problem?: string;
}

/** Sends the form whenever writing rests, and says when it was kept. After a change of somebody else it stops. */
export function autosaveForm(form: HTMLFormElement, words: Readonly<Record<string, string>>): void {
  const address = form.dataset['autosave'];
  if (address === undefined) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isStopped = false;
  const say = (text: string) => {
    const line = form.querySelector('[data-saved]');
    if (line) line.textContent = text;
  };
  const send = async (): Promise<void> => {
    if (isStopped || !form.isConnected) return;
    if (isSending) return later();
    isSending = true;
    try {
      const answer = await post(address, form);
      isStopped = answer.changed === true;
      if (answer.changed) say(words['changed'] ?? '');
      else say(answer.said ?? answer.problem ?? '');
      setRevision(form, answer.revision);
    } catch {
      say(words['not-saved'] ?? '');
      later();
    } finally {
      isSending = false;
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), restMs);
  };
  form.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') return;
    if (!isStopped) say(words['saving'] ?? '');
    later();
  });
  // what is sent by a button is not sent again
  form.addEventListener('submit', () => clearTimeout(timer), { capture: true });
}

async function post(address: string, form: HTMLFormElement): Promise<Answer> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('do', 'save');
  const answer = await fetch(address, { method: 'POST', headers: { accept: 'application/json' }, body });
  if (answer.status >= 500 || !answer.headers.get('content-type')?.includes('json'))
    throw new Error(String(answer.status));
  return (await answer.json()) as Answer;
}

function setRevision(form: HTMLFormElement, revision: number | undefined): void {
  const field = form.elements.namedItem('revision');
  if (revision !== undefined && field instanceof HTMLInputElement) field.value = String(revision);
}
