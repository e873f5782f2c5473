import { tell, wordsOf } from '../answer-by-hand/voice.ts';
import { draggable, type Spot } from '../dragging.ts';
import { moved, type Numbers, PlaceFields, resized } from './place-fields.ts';

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture with its places upon it. */
export class PlacesBoard {
  /** What was drawn while no row was free: the next one takes it. */
  waiting: Numbers | undefined;
  private readonly say: ReturnType<typeof wordsOf>;
  private readonly board = document.createElement('div');
  private readonly picture = new Image();
  private readonly rows: HTMLElement;
  private readonly places: readonly PlaceFields[];
  private inUse = -1;

  constructor(home: HTMLElement, rows: HTMLElement, waiting: Numbers | undefined) {
    this.rows = rows;
    this.say = wordsOf(home);
    this.places = [...rows.querySelectorAll<HTMLElement>('.form-row')].flatMap(
      (row) => PlaceFields.of(row) ?? [],
    );
    this.board.className = 'draw-board';
    this.picture.alt = '';
    this.picture.draggable = false;
    const how = document.createElement('p');
    how.className = 'hint';
    how.textContent = this.say('how');
    rows.before(how, this.board);
    const form = rows.closest('form');
    const file = form?.querySelector<HTMLInputElement>('input[type=file][name="file:upload"]');
    file?.addEventListener('change', () => this.showChosen(file));
    this.show(home.dataset['drawPlaces'] ?? '');
    rows.addEventListener('input', () => this.inUse < 0 && this.draw());
    rows.addEventListener('change', () => this.draw());
    draggable(this.picture, null, this.drawing());
    this.draw();
    if (waiting) this.take(waiting);
  }

  private show(address: string): void {
    this.board.hidden = address === '';
    if (address !== '') this.picture.src = address;
  }

  /** A picture that is only chosen so far; the form sends it. */
  private showChosen(file: HTMLInputElement): void {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const reader = new FileReader();
    reader.onload = () => this.show(String(reader.result));
    reader.readAsDataURL(chosen);
  }

  private draw(): void {
    this.board.replaceChildren(this.picture, ...this.places.flatMap((place, at) => this.placeOf(place, at)));
  }

  private placeOf(place: PlaceFields, at: number): HTMLElement[] {
    const { numbers, shape } = place;
    if (numbers.length === 0) return [];
    const drawn = document.createElement('button');
    drawn.type = 'button';
    drawn.className = `draw-place ${shape}`;
    drawn.append(document.createElement('b'));
    const grip = document.createElement('span');
    grip.className = 'draw-grip';
    grip.hidden = shape === 'polygon';
    drawn.append(grip);
    this.lay(drawn, place, at);
    draggable(grip, null, this.dragging(place, at, drawn, resized));
    grip.addEventListener('pointerdown', (event) => event.stopPropagation());
    draggable(drawn, drawn, this.dragging(place, at, drawn, moved));
    drawn.addEventListener('keydown', (event) => {
      const step = arrows[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const change = event.shiftKey ? resized : moved;
      this.write(place, at, drawn, change(place.shape, place.numbers, step[0], step[1]));
      tell(drawn.getAttribute('aria-label') ?? '');
    });
    return [drawn];
  }

  /** Percent, so that it follows the picture's size. */
  private lay(drawn: HTMLElement, place: PlaceFields, at: number): void {
    const [left = 0, top = 0, width = 0, height = 0] = boxOf(place.shape, place.numbers);
    Object.assign(drawn.style, {
      left: `${left}%`,
      top: `${top}%`,
      width: `${width}%`,
      height: `${height}%`,
    });
    const number = drawn.querySelector('b');
    if (number) number.textContent = String(at + 1);
    const values = { n: String(at + 1), label: place.label, x: left, y: top, width, height };
    const said = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? String(Math.round(value * 10) / 10) : value,
    ]);
    drawn.setAttribute('aria-label', this.say('place', Object.fromEntries(said) as Record<string, string>));
  }

  private write(place: PlaceFields, at: number, drawn: HTMLElement, numbers: Numbers): void {
    this.inUse = at;
    place.write(numbers);
    this.inUse = -1;
    this.lay(drawn, place, at);
  }

  private percent({ x, y }: Spot): [number, number] {
    const { width, height } = this.board.getBoundingClientRect();
    return [(100 * x) / width, (100 * y) / height];
  }

  private dragging(place: PlaceFields, at: number, drawn: HTMLElement, change: typeof moved) {
    let before: Numbers = [];
    return {
      begin: () => (before = place.numbers),
      over: (_at: Spot, by: Spot) => {
        const [x, y] = this.percent(by);
        this.write(place, at, drawn, change(place.shape, before, x, y));
      },
      drop: () => drawn.focus({ preventScroll: true }),
      cancel: () => this.write(place, at, drawn, before),
    };
  }

  /** A new place: pulled open on the picture. */
  private drawing() {
    let from: Spot = { x: 0, y: 0 };
    const sketch = document.createElement('span');
    sketch.className = 'draw-place sketch';
    const boxTo = (to: Spot): Numbers => {
      const { left, top } = this.board.getBoundingClientRect();
      const inside = (value: number) => Math.max(0, Math.min(100, value));
      const [x, y] = this.percent({ x: from.x - left, y: from.y - top }).map(inside);
      const [endX, endY] = this.percent({ x: to.x - left, y: to.y - top }).map(inside);
      const [a = 0, b = 0, c = 0, d = 0] = [x, y, endX, endY];
      return [Math.min(a, c), Math.min(b, d), Math.abs(c - a), Math.abs(d - b)];
    };
    return {
      begin: (start: Spot) => {
        from = start;
        this.board.append(sketch);
      },
      over: (to: Spot) => {
        const [left, top, width, height] = boxTo(to);
        Object.assign(sketch.style, {
          left: `${left}%`,
          top: `${top}%`,
          width: `${width}%`,
          height: `${height}%`,
        });
      },
      drop: (to: Spot) => {
        sketch.remove();
        const box = boxTo(to);
        if ((box[2] ?? 0) > 1 && (box[3] ?? 0) > 1) this.take(box);
      },
      cancel: () => sketch.remove(),
    };
  }

  /** The first row without a place takes it; where there is none, one is added by its button. */
  private take(numbers: Numbers): void {
    const at = this.places.findIndex(({ isEmpty }) => isEmpty);
    const place = this.places[at];
    if (place) {
      place.write(numbers);
      this.draw();
      this.board.querySelectorAll<HTMLElement>('button.draw-place')[at]?.focus({ preventScroll: true });
      return;
    }
    this.waiting = numbers;
    const add = this.rows.querySelector<HTMLButtonElement>('button[value="add:places"]');
    if (add) add.form?.requestSubmit(add);
  }
}

/** The box around a place. */
function boxOf(shape: string, numbers: Numbers): Numbers {
  if (shape !== 'polygon') return numbers;
  const along = (at: number) => numbers.filter((_, place) => place % 2 === at);
  const [left, top] = [Math.min(...along(0)), Math.min(...along(1))];
  return [left, top, Math.max(...along(0)) - left, Math.max(...along(1)) - top];
}
