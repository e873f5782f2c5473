import type { Spot } from '../dragging.ts';
import type { Places, Thing } from './place.ts';
import { nameOf } from './voice.ts';

/** How far beside a small place a thumb may be, in pixels. */
const nearby = 28;

interface Drawn {
  readonly id: string;
  readonly shape: SVGGraphicsElement;
}

/** The places drawn on a picture, where there is one; what is put there stands on it by its name. */
export function placesOnPicture(board: HTMLElement): Places | undefined {
  const shapes = [...board.querySelectorAll<SVGGraphicsElement>('svg [data-place]')];
  const picture = shapes[0]?.closest<HTMLElement>('.question-picture');
  if (!picture) return undefined;
  const drawn = shapes.map((shape) => ({ id: shape.dataset['place'] ?? '', shape }));
  const layer = document.createElement('div');
  layer.className = 'hand-layer';
  layer.setAttribute('aria-hidden', 'true');
  picture.append(layer);
  const tray = board.querySelector('[data-tray]');
  return {
    ids: drawn.map(({ id }) => id),
    at: (spot) => {
      const under = document.elementFromPoint(spot.x, spot.y);
      return nearest(drawn, spot) ?? (under && tray?.contains(under) ? '' : undefined);
    },
    aim: (id) => {
      for (const each of drawn) each.shape.classList.toggle('aimed', each.id === id);
      tray?.classList.toggle('aimed', id === '');
    },
    show: (things) => layer.replaceChildren(...drawn.map((place) => pile(place, picture, things))),
  };
}

/** The smallest place under a spot, else the one that is nearest beside it. */
function nearest(drawn: readonly Drawn[], { x, y }: Spot): string | undefined {
  const measured = drawn.map(({ id, shape }) => {
    const { left, right, top, bottom, width, height } = shape.getBoundingClientRect();
    const beside = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    return { id, beside, area: width * height };
  });
  const reached = measured.filter(({ beside }) => beside <= nearby);
  return reached.toSorted((one, other) => one.beside - other.beside || one.area - other.area)[0]?.id;
}

/** What lies in a place, one above the other, in its middle; in percent, so that it follows the picture's size. */
function pile({ id, shape }: Drawn, picture: HTMLElement, things: readonly Thing[]): HTMLElement {
  const box = shape.getBoundingClientRect();
  const all = picture.getBoundingClientRect();
  const list = document.createElement('div');
  list.className = 'hand-pile';
  list.style.left = `${(100 * (box.left + box.width / 2 - all.left)) / all.width}%`;
  list.style.top = `${(100 * (box.top + box.height / 2 - all.top)) / all.height}%`;
  for (const thing of things) {
    if (thing.field.value !== id) continue;
    const copy = document.createElement('span');
    copy.className = 'hand-copy';
    copy.textContent = nameOf(thing.item.querySelector('[data-item]'));
    thing.lend(copy);
    list.append(copy);
  }
  return list;
}
