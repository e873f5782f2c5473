import { toast } from './speak.ts';

/** The buttons come hidden, since without script they could do nothing; browsers copy on safe addresses only. */
export function showCopyButtons(): void {
  if (!navigator.clipboard) return;
  document.querySelectorAll<HTMLElement>('[data-copy][hidden]').forEach((button) => (button.hidden = false));
}

export function copyOnPress(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    const field = button && document.getElementById(button.dataset['copy'] ?? '');
    if (!(field instanceof HTMLInputElement)) return;
    field.select();
    navigator.clipboard.writeText(field.value).then(
      () => toast('copied'),
      () => toast('failed'),
    );
  });
}
