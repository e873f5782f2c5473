/** What a place is: x, y, width, height, or the corners of a polygon; in percent of the picture. */
export type Numbers = readonly number[];

/** The fields of one row of the form: they are the truth, and what is drawn follows them. */
export class PlaceFields {
  private readonly row: HTMLElement;
  private readonly at: HTMLInputElement;

  private constructor(row: HTMLElement, at: HTMLInputElement) {
    this.row = row;
    this.at = at;
  }

  static of(row: HTMLElement): PlaceFields | undefined {
    const at = row.querySelector<HTMLInputElement>('input[name$=".at"]');
    return at ? new PlaceFields(row, at) : undefined;
  }

  get label(): string {
    return this.row.querySelector<HTMLInputElement>('input[name$=".label"]')?.value ?? '';
  }

  get shape(): string {
    return this.row.querySelector<HTMLInputElement>('input[name$=".shape"]:checked')?.value ?? 'rectangle';
  }

  get numbers(): Numbers {
    const numbers = this.at.value
      .split(/[,;\s]+/)
      .filter(Boolean)
      .map(Number);
    return numbers.length >= 4 && numbers.every((each) => each >= 0 && each <= 100) ? numbers : [];
  }

  get isEmpty(): boolean {
    return this.at.value.trim() === '';
  }

  write(numbers: Numbers): void {
    this.at.value = numbers.map((each) => String(Math.round(each * 10) / 10)).join(', ');
    const shapes = [...this.row.querySelectorAll<HTMLInputElement>('input[name$=".shape"]')];
    if (shapes[0] && !shapes.some(({ checked }) => checked)) shapes[0].checked = true;
    this.at.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

const inside = (value: number, most = 100): number => Math.max(0, Math.min(most, value));

/** Moved by so many percent, as far as the picture goes. */
export function moved(shape: string, numbers: Numbers, x: number, y: number): Numbers {
  if (shape !== 'polygon') {
    const [left = 0, top = 0, width = 0, height = 0] = numbers;
    return [inside(left + x, 100 - width), inside(top + y, 100 - height), width, height];
  }
  const along = (at: number) => numbers.filter((_, place) => place % 2 === at);
  const limit = (by: number, values: Numbers) =>
    Math.max(-Math.min(...values), Math.min(100 - Math.max(...values), by));
  const by = [limit(x, along(0)), limit(y, along(1))];
  return numbers.map((value, place) => value + (by[place % 2] ?? 0));
}

const least = 2;

/** Made larger or smaller at its end; corners of a polygon stay where they are. */
export function resized(shape: string, numbers: Numbers, x: number, y: number): Numbers {
  if (shape === 'polygon') return numbers;
  const [left = 0, top = 0, width = 0, height = 0] = numbers;
  return [
    left,
    top,
    Math.max(least, inside(width + x, 100 - left)),
    Math.max(least, inside(height + y, 100 - top)),
  ];
}
