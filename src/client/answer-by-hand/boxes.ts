import type { Spot } from '../dragging.ts';
import type { Places, Thing } from './place.ts';

/** A box for each place; what is put into it lies in it, with its menu. */
export function boxesOf(board: HTMLElement): Places {
  const tray = board.querySelector<HTMLElement>('[data-tray]');
  const boxes = new Map(
    [...board.querySelectorAll<HTMLElement>('[data-place]')].map((box) => {
      const list = document.createElement('ul');
      list.className = 'question-parts plain';
      box.append(list);
      return [box.dataset['place'] ?? '', { box, list }] as const;
    }),
  );
  return {
    ids: [...boxes.keys()],
    at: ({ x, y }: Spot) => {
      const under = document.elementFromPoint(x, y);
      const box = under?.closest<HTMLElement>('[data-place]');
      if (box && board.contains(box)) return box.dataset['place'];
      return under && tray?.contains(under) ? '' : undefined;
    },
    aim: (id) => {
      for (const [own, { box }] of boxes) box.classList.toggle('aimed', own === id);
      tray?.classList.toggle('aimed', id === '');
    },
    show: (things: readonly Thing[]) => {
      for (const { item, field } of things) {
        const list = boxes.get(field.value)?.list ?? tray;
        // what stays where it is is not touched: it may be in use
        if (item.parentElement !== list) list?.append(item);
      }
    },
  };
}
