import type { Spot, TextField } from '../examine-review/hold-reason.ts';

export interface MarkedTextProps {
  readonly field: TextField;
  readonly text: string;
  readonly spots: readonly Spot[];
  readonly lang: string;
}

/** A text of a review with the suspect places marked; line ends stay. */
export function MarkedText({ field, text, spots, lang }: MarkedTextProps) {
  return (
    <p class="said" lang={lang} dir="auto">
      {piecesOf(
        text,
        spots.filter((spot) => spot.field === field),
      ).map(({ from, to, isMarked }) =>
        isMarked ? <mark key={from}>{text.slice(from, to)}</mark> : text.slice(from, to),
      )}
    </p>
  );
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isMarked: boolean;
}

/** The text cut at its marks; marks that overlap become one, and those beyond its end are left out. */
export function piecesOf(text: string, spots: readonly Pick<Spot, 'from' | 'to'>[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const spot of [...spots].sort((a, b) => a.from - b.from)) {
    const [from, to] = [Math.max(spot.from, done), Math.min(spot.to, text.length)];
    if (to <= from) continue;
    if (from > done) pieces.push({ from: done, to: from, isMarked: false });
    pieces.push({ from, to, isMarked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ from: done, to: text.length, isMarked: false });
  return pieces;
}
