const pauseMs = 1200;
const retryMs = 10_000;

/**
 * Forms marked `data-keep` send what was typed by themselves, as their button that keeps without checking does: a closed
 * lid or a lost network takes no answer away. Sending the same again changes nothing, so that it may be tried until it
 * arrives.
 */
export function keepAnswers(): void {
  const waiting = new Map<HTMLFormElement, ReturnType<typeof setTimeout>>();
  const plan = (form: HTMLFormElement, after: number) => {
    clearTimeout(waiting.get(form));
    waiting.set(
      form,
      setTimeout(() => keep(form), after),
    );
  };
  const keep = (form: HTMLFormElement) => {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    if (!form.isConnected) return;
    const typed = [...new FormData(form)].filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    const body = new URLSearchParams(typed);
    body.set('do', 'save');
    fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() =>
      plan(form, retryMs),
    );
  };
  const follow = ({ target }: Event) => {
    const form = (target as HTMLInputElement | null)?.form;
    if (form instanceof HTMLFormElement && form.matches('form[data-keep]')) plan(form, pauseMs);
  };
  document.addEventListener('input', follow);
  document.addEventListener('change', follow);
  // what is sent as a whole needs no keeping
  document.addEventListener('submit', ({ target }) => {
    clearTimeout(waiting.get(target as HTMLFormElement));
    waiting.delete(target as HTMLFormElement);
  });
  addEventListener('pagehide', () => [...waiting.keys()].forEach(keep));
}
