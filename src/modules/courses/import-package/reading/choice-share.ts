/** What platforms lose by writing thirds with five decimals. */
const slack = 0.0005;

/**
 * A choice's `right` and, where it is not what such a choice counts anyway, its share. `usual` is what a right one counts:
 * 1 where one may be chosen, an equal part of several.
 */
export function shareOf(
  right: boolean,
  share: number | undefined,
  usual = 1,
): { readonly right: boolean; readonly credit?: number } {
  if (share === undefined || Math.abs(share - (right ? usual : 0)) < slack) return { right };
  return { right, credit: Math.min(1, Math.max(-1, share)) };
}
