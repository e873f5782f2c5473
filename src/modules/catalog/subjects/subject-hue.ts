/** Hue of a subject's drawn covers, 0 to 359: the same for all that stands below one top subject. */
export function subjectHue(subjectId: string | undefined): number {
  const top = (subjectId ?? 'none').split('.')[0] ?? 'none';
  return [...top].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 190);
}
