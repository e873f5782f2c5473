import { tell, wordsOf } from './voice.ts';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A picture to point at. Without script each press sends the form; here it sets the point, which can be moved as long as one
 * likes, by finger or by arrows. A place chosen by its name takes it away.
 */
export function pointByHand(field: HTMLElement): void {
  const picture = field.querySelector<HTMLInputElement>('input[type=image]');
  const value = field.querySelector<HTMLInputElement>('input[type=hidden][name$=":point"]');
  if (!picture || !value) return;
  const say = wordsOf(field);
  const mark = document.createElement('span');
  mark.className = 'hand-point';
  picture.after(mark);
  // the server needs to know the picture's size no more
  picture.closest('.scroll')?.classList.remove('scroll');
  picture.title = say('how-point');
  const names = field.querySelectorAll<HTMLInputElement>('input[type=radio]');

  const draw = () => {
    const [x, y] = value.value.split(',');
    mark.hidden = y === undefined;
    mark.style.left = `${x}%`;
    mark.style.top = `${y ?? 0}%`;
  };
  const set = (x: number, y: number) => {
    const inside = (share: number) => Math.round(Math.max(0, Math.min(100, share)) * 100) / 100;
    value.value = `${inside(x)},${inside(y)}`;
    for (const name of names) name.checked = false;
    draw();
    value.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const here = (): [number, number] => {
    const [x = 50, y = 50] = value.value === '' ? [] : value.value.split(',').map(Number);
    return [x, y];
  };

  picture.addEventListener('click', (event) => {
    event.preventDefault();
    const { left, top, width, height } = picture.getBoundingClientRect();
    // a key presses the picture without a place
    if (event.detail === 0) return set(...here());
    set((100 * (event.clientX - left)) / width, (100 * (event.clientY - top)) / height);
  });
  picture.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 2;
    const [x, y] = here();
    set(x + step[0] * far, y + step[1] * far);
    tell(say('pointed', { x: value.value.split(',')[0] ?? '', y: value.value.split(',')[1] ?? '' }));
  });
  for (const name of names)
    name.addEventListener('change', () => {
      value.value = '';
      draw();
    });
  draw();
}
