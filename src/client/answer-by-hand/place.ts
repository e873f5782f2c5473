import { boxesOf } from './boxes.ts';
import { draggable, type Spot } from '../dragging.ts';
import { giveHandle, hold } from './handle.ts';
import { placesOnPicture } from './on-picture.ts';
import { choose, isByHand, nameOf, tell, wordsOf } from './voice.ts';

/** Where things can be put: boxes beside them, or places on a picture. */
export interface Places {
  /** Ids, in their order. */
  readonly ids: readonly string[];
  /** The place at a spot of the window; '' where things lie that are nowhere, undefined where nothing is. */
  at(spot: Spot): string | undefined;
  /** Shows where one would put it; undefined: nowhere. */
  aim(id: string | undefined): void;
  /** Shows where things are. */
  show(things: readonly Thing[]): void;
}

export interface Thing {
  readonly item: HTMLElement;
  readonly field: HTMLSelectElement;
  readonly handle: HTMLElement;
  /** Lets another element stand for it, to be taken as well. */
  readonly lend: (copy: HTMLElement) => void;
}

/** Things to put somewhere: dropped, or tapped and the place after it, or by arrows. The menus hold what was chosen. */
export function placeByHand(board: HTMLElement): void {
  new Board(board);
}

class Board {
  private readonly board: HTMLElement;
  private readonly say: ReturnType<typeof wordsOf>;
  private readonly things: readonly Thing[];
  private readonly places: Places;
  private held: Thing | undefined;
  private aimed: string | undefined;

  constructor(board: HTMLElement) {
    this.board = board;
    this.say = wordsOf(board);
    this.things = [...board.querySelectorAll<HTMLElement>('[data-tray] > li')].flatMap((item) => {
      const field = item.querySelector('select');
      return field ? [this.thingOf(item, field)] : [];
    });
    this.places = placesOnPicture(board) ?? boxesOf(board);
    this.places.show(this.things);
    board.addEventListener('change', (event) => this.follow(event));
    board.addEventListener('click', ({ clientX: x, clientY: y, target }) => this.tap(target, { x, y }));
    board.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && relatedTarget !== this.held?.handle && !this.isMoving) this.letGo();
    });
  }

  private isMoving = false;

  private thingOf(item: HTMLElement, field: HTMLSelectElement): Thing {
    const handle = giveHandle(item, 'how-place');
    const lend = (copy: HTMLElement) => {
      draggable(copy, null, this.carrying(thing, copy));
      copy.addEventListener('click', (event) => {
        event.stopPropagation();
        this.take(thing);
      });
    };
    const thing: Thing = { item, field, handle, lend };
    draggable(item, handle, this.carrying(thing, item));
    handle.addEventListener('click', (event) => {
      event.stopPropagation();
      this.press(thing);
    });
    handle.addEventListener('keydown', (event) => this.steer(event, thing));
    return thing;
  }

  private carrying(thing: Thing, carried: HTMLElement) {
    const clear = () => {
      carried.style.translate = '';
      carried.classList.remove('carried');
      this.board.classList.remove('choosing');
      this.places.aim(undefined);
    };
    return {
      begin: ({ x, y }: Spot) => {
        this.letGo();
        const { left, top } = carried.getBoundingClientRect();
        // it shrinks around the finger
        carried.style.transformOrigin = `${x - left}px ${y - top}px`;
        carried.classList.add('carried');
        this.board.classList.add('choosing');
      },
      over: (at: Spot, by: Spot) => {
        carried.style.translate = `${by.x}px ${by.y}px`;
        this.places.aim(this.places.at(at));
      },
      drop: (at: Spot) => {
        const place = this.places.at(at);
        clear();
        if (place !== undefined) this.put(thing, place);
      },
      cancel: clear,
    };
  }

  private put(thing: Thing, place: string): void {
    choose(thing.field, place);
    this.show();
    this.tell('put-in', thing, place);
  }

  /** What has the focus keeps it, wherever it goes. */
  private show(): void {
    this.isMoving = true;
    const focused = document.activeElement;
    this.places.show(this.things);
    if (focused instanceof HTMLElement && this.board.contains(focused))
      focused.focus({ preventScroll: true });
    this.isMoving = false;
  }

  private follow(event: Event): void {
    const thing = this.things.find(({ field }) => field === event.target);
    if (isByHand(event) || !thing) return;
    this.show();
    this.tell('put-in', thing, thing.field.value);
  }

  private tell(what: string, thing: Thing, place = ''): void {
    const item = nameOf(thing.item.querySelector('[data-item]'));
    tell(this.say(what, { item, place: this.nameOfPlace(thing, place) }));
  }

  private nameOfPlace({ field }: Thing, place: string): string {
    return [...field.options].find(({ value }) => value === place)?.text ?? '';
  }

  private take(thing: Thing): void {
    this.letGo();
    this.held = thing;
    hold(thing.item, thing.handle, true);
    this.board.classList.add('choosing');
    this.tell('taken-place', thing);
  }

  private letGo(): void {
    if (!this.held) return;
    hold(this.held.item, this.held.handle, false);
    this.board.classList.remove('choosing');
    this.held = this.aimed = undefined;
    this.places.aim(undefined);
  }

  /** The handle: takes it, and puts it where the arrows went. */
  private press(thing: Thing): void {
    if (this.held !== thing) return this.take(thing);
    const place = this.aimed;
    this.letGo();
    if (place !== undefined) this.put(thing, place);
  }

  /** A tap on a place, while something is held. */
  private tap(target: EventTarget | null, spot: Spot): void {
    const thing = this.held;
    if (!thing || !(target instanceof Element) || target.closest('select, button, a')) return;
    const place = this.places.at(spot);
    if (place === undefined) return;
    this.letGo();
    this.put(thing, place);
  }

  private steer(event: KeyboardEvent, thing: Thing): void {
    if (this.held !== thing) return;
    const isRtl = getComputedStyle(this.board).direction === 'rtl';
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      ArrowRight: isRtl ? -1 : 1,
      ArrowLeft: isRtl ? 1 : -1,
    };
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (step === undefined) {
      this.letGo();
      return this.tell('back', thing);
    }
    const all = [...this.places.ids, ''];
    const from = all.indexOf(this.aimed ?? thing.field.value);
    // what lies nowhere goes to the first place
    const to =
      this.aimed === undefined && thing.field.value === '' && step < 0 ? all.length - 2 : from + step;
    this.aimed = all[(to + all.length) % all.length] ?? '';
    this.places.aim(this.aimed);
    tell(this.nameOfPlace(thing, this.aimed));
  }
}
