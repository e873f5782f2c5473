import { nameOf, wordsOf } from './voice.ts';

const grip = 'M9 6h.1M15 6h.1M9 12h.1M15 12h.1M9 18h.1M15 18h.1';

/** The button by which something is taken: big enough for a thumb, and the way in for a keyboard. */
export function giveHandle(item: HTMLElement, how: string): HTMLButtonElement {
  const say = wordsOf(item);
  const handle = document.createElement('button');
  handle.type = 'button';
  handle.className = 'hand-grip';
  handle.setAttribute('aria-pressed', 'false');
  handle.setAttribute('aria-label', say('handle', { item: nameOf(item.querySelector('[data-item]')) }));
  handle.setAttribute('aria-description', say(how));
  handle.title = say(how);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', grip);
  svg.append(path);
  handle.append(svg);
  item.prepend(handle);
  return handle;
}

/** Whether it is held by keyboard or by a tap, told to everybody. */
export function hold(item: HTMLElement, handle: HTMLElement, isHeld: boolean): void {
  handle.setAttribute('aria-pressed', String(isHeld));
  item.classList.toggle('held', isHeld);
  if (isHeld) handle.focus({ preventScroll: true });
}
