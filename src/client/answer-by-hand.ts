import { arrangeByHand } from './answer-by-hand/arrange.ts';
import { placeByHand } from './answer-by-hand/place.ts';
import { pointByHand } from './answer-by-hand/point.ts';

// Loaded in units with something to arrange, to put somewhere or to point at. Menus, names and a picture that is a button
// carry every answer without it, and stay: this moves things by mouse, finger, pen and keyboard, and writes into them.

const equip: Readonly<Record<string, (board: HTMLElement) => void>> = {
  arrange: arrangeByHand,
  place: placeByHand,
  point: pointByHand,
};

/** Answers come back with their marks in the place of the form: what comes in is equipped as well. */
function equipAll(): void {
  for (const board of document.querySelectorAll<HTMLElement>('[data-hand]:not([data-equipped])')) {
    board.dataset['equipped'] = '';
    equip[board.dataset['hand'] ?? '']?.(board);
  }
}

equipAll();
new MutationObserver(equipAll).observe(document.body, { childList: true, subtree: true });
