import { draggable, type Spot } from '../dragging.ts';
import { giveHandle, hold } from './handle.ts';
import { choose, isByHand, nameOf, tell, wordsOf } from './voice.ts';

const fieldOf = (item: HTMLElement): HTMLSelectElement | null => item.querySelector('select');

/** Things in an order: what is moved takes its new place, and every menu says the place that its thing has now. */
export function arrangeByHand(list: HTMLElement): void {
  new Arrangement(list);
}

class Arrangement {
  private readonly list: HTMLElement;
  private readonly say: ReturnType<typeof wordsOf>;
  /** Order before something was taken by keyboard. */
  private before: HTMLElement[] | undefined;

  constructor(list: HTMLElement) {
    this.list = list;
    this.say = wordsOf(list);
    for (const item of this.items) {
      const handle = giveHandle(item, 'how-arrange');
      draggable(item, handle, this.carrying(item));
      handle.addEventListener('click', () =>
        this.before ? this.letGo(item, handle) : this.take(item, handle),
      );
      handle.addEventListener('keydown', (event) => this.press(event, item, handle));
      handle.addEventListener('blur', () => this.before && !this.isMoving && this.letGo(item, handle));
    }
    list.addEventListener('change', (event) => this.follow(event));
  }

  private isMoving = false;

  private get items(): HTMLElement[] {
    return [...this.list.children].filter((child) => child instanceof HTMLElement);
  }

  private carrying(item: HTMLElement) {
    let slots: Slot[] = [];
    let from = 0;
    let to = 0;
    const clear = () => {
      item.classList.remove('carried');
      for (const { item: each } of slots) each.style.translate = '';
    };
    return {
      begin: () => {
        slots = this.items.map(slotOf);
        from = to = this.items.indexOf(item);
        item.classList.add('carried');
      },
      over: (_at: Spot, by: Spot) => {
        item.style.translate = `0 ${by.y}px`;
        to = placeAt(slots, from, by.y);
        slide(slots, from, to);
      },
      drop: () => {
        clear();
        this.move(item, to);
        this.number();
        this.tellPlace('put', item);
      },
      cancel: clear,
    };
  }

  private move(item: HTMLElement, to: number): void {
    const others = this.items.filter((each) => each !== item);
    // the handle keeps its focus, though it is taken out for a moment
    this.isMoving = true;
    const focused = document.activeElement;
    if (others[to]) others[to].before(item);
    else this.list.append(item);
    if (focused instanceof HTMLElement && item.contains(focused)) focused.focus({ preventScroll: true });
    this.isMoving = false;
  }

  private number(): void {
    this.items.forEach((item, at) => {
      const field = fieldOf(item);
      if (field) choose(field, String(at + 1));
    });
  }

  /** A place chosen in a menu: the thing goes there, and the others make room. */
  private follow(event: Event): void {
    const field = event.target;
    if (isByHand(event) || !(field instanceof HTMLSelectElement) || field.value === '') return;
    const item = this.items.find((each) => each.contains(field));
    if (!item) return;
    this.move(item, Number(field.value) - 1);
    this.number();
    this.tellPlace('put', item);
  }

  private tellPlace(what: string, item: HTMLElement): void {
    const options = fieldOf(item)?.options;
    tell(
      this.say(what, {
        item: nameOf(item.querySelector('[data-item]')),
        // as the page writes its numbers
        n: options?.[this.items.indexOf(item) + 1]?.text ?? '',
        all: options?.[options.length - 1]?.text ?? '',
      }),
    );
  }

  private take(item: HTMLElement, handle: HTMLElement): void {
    this.before = this.items;
    hold(item, handle, true);
    this.tellPlace('taken-arrange', item);
  }

  private letGo(item: HTMLElement, handle: HTMLElement): void {
    const isMoved = this.before?.indexOf(item) !== this.items.indexOf(item);
    this.before = undefined;
    hold(item, handle, false);
    if (isMoved) this.number();
    this.tellPlace('put', item);
  }

  private press(event: KeyboardEvent, item: HTMLElement, handle: HTMLElement): void {
    if (!this.before) return;
    const at = this.items.indexOf(item);
    const last = this.items.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: last,
      Escape: this.before.indexOf(item),
    };
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to <= last) this.move(item, to);
    item.scrollIntoView({ block: 'nearest' });
    if (event.key === 'Escape') {
      this.before = undefined;
      hold(item, handle, false);
    }
    this.tellPlace(event.key === 'Escape' ? 'back' : 'moved', item);
  }
}

interface Slot {
  readonly item: HTMLElement;
  readonly top: number;
  readonly height: number;
}

function slotOf(item: HTMLElement): Slot {
  const { top, height } = item.getBoundingClientRect();
  return { item, top, height };
}

const middle = ({ top, height }: Slot): number => top + height / 2;

/** The place that a thing has once it went so many pixels: it passes another when its edge passes that one's middle. */
function placeAt(slots: readonly Slot[], from: number, by: number): number {
  const own = slots[from];
  if (!own) return from;
  const passed = slots.filter((slot, at) =>
    at < from ? own.top + by < middle(slot) : at > from && own.top + own.height + by > middle(slot),
  ).length;
  return by < 0 ? from - passed : from + passed;
}

/** The others make room while it is still in the hand. */
function slide(slots: readonly Slot[], from: number, to: number): void {
  const own = slots[from];
  const next = slots[from + 1] ?? slots[from];
  const previous = slots[from - 1];
  if (!own || !next) return;
  const gap = previous ? own.top - previous.top - previous.height : next.top - own.top - own.height;
  slots.forEach(({ item }, at) => {
    if (at === from) return;
    const up = at > from && at <= to;
    const down = at < from && at >= to;
    item.style.translate = up || down ? `0 ${(up ? -1 : 1) * (own.height + gap)}px` : '';
  });
}
