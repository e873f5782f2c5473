/** A field that the source gave but that could not be used as it stood. */
export interface Degradation {
  /** Path in the document: 'costs', 'runs[0].end'. */
  readonly field: string;
  /** What was wrong, in plain English, with the offending value: 'not a calendar day: "2021-02-31"'. */
  readonly reason: string;
}

/** The offending value as shown in a reason: quoted, on one line, at most 80 characters; of what is nested, its kind. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const line = String(value).slice(0, 400).replace(/\s+/g, ' ').toWellFormed();
  return `"${line.length > 80 ? `${line.slice(0, 79).toWellFormed()}…` : line}"`;
}
