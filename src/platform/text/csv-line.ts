/** A line of CSV: quoted where the format needs it, and no cell that a spreadsheet would take for a formula. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

const formulaStart = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Quoted where the format needs it; numbers as they are. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
