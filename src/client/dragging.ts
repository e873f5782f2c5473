/** What happens while something is dragged; places are in pixels of the window. */
export interface Carrying {
  begin(from: Spot): void;
  /** `by`: how far it went from where it lay, the page's scrolling included. */
  over(at: Spot, by: Spot): void;
  drop(at: Spot): void;
  cancel(): void;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const threshold = 6;
const edge = 56;
const fastest = 16;
const isControl = 'a, button, input, select, textarea, label, summary, audio, video';

/**
 * Lets something be dragged: by its handle with a finger, a pen or a mouse, with a mouse wherever it is no field. A finger
 * beside the handle scrolls the page as ever. Nothing moves in the document before it is dropped, for touch ends with the
 * element that it began on.
 */
export function draggable(item: HTMLElement, handle: Element | null, carrying: Carrying): void {
  const mayBegin = (event: MouseEvent, isMouse: boolean): boolean => {
    const { target } = event;
    if (event.button !== 0 || !(target instanceof Element)) return false;
    return (handle?.contains(target) ?? true) || (isMouse && !target.closest(isControl));
  };
  item.addEventListener('pointerdown', (event) => {
    if (event.isPrimary && mayBegin(event, event.pointerType === 'mouse')) new Drag(item, event, carrying);
  });
  // a mouse would select words, and browsers drag those by themselves, as they do pictures and links
  item.addEventListener('mousedown', (event) => mayBegin(event, true) && event.preventDefault());
  item.addEventListener('dragstart', (event) => event.preventDefault());
}

/** From the moment that something is pressed until it is let go. */
class Drag {
  private readonly abort = new AbortController();
  private readonly item: HTMLElement;
  private readonly carrying: Carrying;
  private readonly pointer: number;
  private readonly from: Spot;
  private readonly scrolled = scrollY;
  private at: Spot;
  private isCarried = false;

  constructor(item: HTMLElement, event: PointerEvent, carrying: Carrying) {
    this.item = item;
    this.carrying = carrying;
    this.pointer = event.pointerId;
    this.from = this.at = { x: event.clientX, y: event.clientY };
    const { signal } = this.abort;
    addEventListener('pointermove', (moved) => this.move(moved), { signal });
    addEventListener('pointerup', (dropped) => this.end(dropped, true), { signal });
    addEventListener('pointercancel', (lost) => this.end(lost, false), { signal });
  }

  private move(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    this.at = { x: event.clientX, y: event.clientY };
    if (!this.isCarried && Math.hypot(this.at.x - this.from.x, this.at.y - this.from.y) < threshold) return;
    if (!this.isCarried) this.begin();
    event.preventDefault();
    this.carry();
  }

  private begin(): void {
    this.isCarried = true;
    this.item.setPointerCapture(this.pointer);
    document.documentElement.classList.add('dragging');
    const options = { signal: this.abort.signal, capture: true };
    addEventListener('keydown', (event) => event.key === 'Escape' && this.finish(false, event), options);
    this.carrying.begin(this.from);
    requestAnimationFrame(() => this.scroll());
  }

  private carry(): void {
    const { at, from } = this;
    this.carrying.over(at, { x: at.x - from.x, y: at.y - from.y + scrollY - this.scrolled });
  }

  /** At the window's edge the page goes on. */
  private scroll(): void {
    if (this.abort.signal.aborted) return;
    const { y } = this.at;
    const into = y < edge ? y - edge : Math.max(0, y - innerHeight + edge);
    const before = scrollY;
    scrollBy({ top: (into / edge) * fastest, behavior: 'instant' });
    if (scrollY !== before) this.carry();
    requestAnimationFrame(() => this.scroll());
  }

  private end(event: PointerEvent, isDropped: boolean): void {
    if (event.pointerId !== this.pointer) return;
    if (this.isCarried) swallowClick();
    this.finish(isDropped, event);
  }

  private finish(isDropped: boolean, event: Event): void {
    this.abort.abort();
    if (!this.isCarried) return;
    event.preventDefault();
    event.stopPropagation();
    document.documentElement.classList.remove('dragging');
    if (isDropped) this.carrying.drop(this.at);
    else this.carrying.cancel();
  }
}

/** The click that follows a drag would take the thing up again. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', stop, true));
}
