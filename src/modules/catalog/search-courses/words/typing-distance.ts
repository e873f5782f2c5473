/**
 * How many slips of the finger lie between two words: a letter too many, missing, wrong, or two exchanged. Counting stops
 * above `most`, which is then answered plus one.
 */
export function typingDistance(from: string, to: string, most: number): number {
  const [a, b] = [[...from], [...to]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = b.map((_, place) => place + 1);
  above.unshift(0);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let place = 1; place <= b.length; place += 1) {
      const isSame = a[row - 1] === b[place - 1];
      let least = Math.min(
        (above[place] ?? 0) + 1,
        (line[place - 1] ?? 0) + 1,
        (above[place - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isExchanged = row > 1 && place > 1 && a[row - 1] === b[place - 2] && a[row - 2] === b[place - 1];
      if (isExchanged) least = Math.min(least, (before[place - 2] ?? 0) + 1);
      line.push(least);
    }
    [before, above] = [above, line];
  }
  return Math.min(above[b.length] ?? most + 1, most + 1);
}
