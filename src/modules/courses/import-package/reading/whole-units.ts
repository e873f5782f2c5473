/** Takes away links to units that did not come to be, such as one whose file was missing; counts them. */
export function withoutLostUnits<T>(
  content: T,
  units: ReadonlySet<string>,
): { readonly content: T; readonly lost: number } {
  let lost = 0;
  const mended = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(/ href="unit:([\w-]+)(?:#[^"]*)?"/g, (link, id: string) => {
        if (units.has(id)) return link;
        lost += 1;
        return '';
      });
    if (Array.isArray(value)) return value.map(mended);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mended(each)]));
  };
  return { content: mended(content) as T, lost };
}
