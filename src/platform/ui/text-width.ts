/** Roughly how many units wide a text runs in a sans-serif of that size; Chinese signs fill a square. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 0x2e80) ems += 1;
    else if ("iljtf.,;:!|’'()[] ".includes(sign)) ems += 0.32;
    else if ('mwMW@%'.includes(sign)) ems += 0.86;
    else ems += code >= 65 && code <= 90 ? 0.66 : 0.55;
  }
  return ems * size;
}

/** Breaks a text into at most `lines` lines of that width; what does not fit ends in an ellipsis. */
export function wrapText(text: string, size: number, width: number, lines: number): string[] {
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.trim())].map(
    (part) => part.segment,
  );
  const rows: string[] = [''];
  for (const segment of segments.flatMap((each) => splitLong(each, size, width))) {
    const row = rows.at(-1) ?? '';
    if (row !== '' && textWidth(row + segment.trimEnd(), size) > width) rows.push(segment.trimStart());
    else rows[rows.length - 1] = row + segment;
  }
  const kept = rows.slice(0, lines).map((row) => row.trim());
  const last = kept.at(-1);
  if (rows.length > lines && last !== undefined)
    kept[kept.length - 1] = `${last.replace(/[\s,;:.–-]+$/u, '')}…`;
  return kept;
}

/** A word longer than a line is cut where the line ends. */
function splitLong(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const pieces: string[] = [''];
  for (const sign of word) {
    const piece = pieces.at(-1) ?? '';
    if (piece !== '' && textWidth(`${piece}${sign}-`, size) > width) {
      pieces[pieces.length - 1] = `${piece}-`;
      pieces.push(sign);
    } else pieces[pieces.length - 1] = piece + sign;
  }
  return pieces;
}
