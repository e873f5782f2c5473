import { PlacesBoard } from './draw-places/places-board.ts';

// Loaded with questions about places on a picture. The fields hold the places as numbers and work without it; with it they
// are drawn on the picture, moved and resized by mouse, finger, pen and arrows.

let last: PlacesBoard | undefined;

/** The form comes anew when a button has added a row, or a picture has been kept. */
function equip(): void {
  const home = document.querySelector<HTMLElement>('[data-draw-places]:not([data-equipped])');
  const rows = document.querySelector<HTMLElement>('#f-places');
  if (!home || !rows) return;
  home.dataset['equipped'] = '';
  last = new PlacesBoard(home, rows, last?.waiting);
}

equip();
new MutationObserver(equip).observe(document.body, { childList: true, subtree: true });
