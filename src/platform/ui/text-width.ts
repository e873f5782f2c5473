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
