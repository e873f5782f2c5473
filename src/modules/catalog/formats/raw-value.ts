/** A JSON object of which nothing is known. */
export type RawObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member at a path of names; undefined as soon as something on the way is no object. Null counts as absent. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here: unknown = value;
  for (const name of path) {
    if (!isObject(here) || !Object.hasOwn(here, name)) return undefined;
    here = here[name];
  }
  return here ?? undefined;
}

/** The first of several members that says something: not null, not a blank text, not an empty list. */
export function firstOf(value: unknown, ...names: readonly string[]): unknown {
  for (const name of names) {
    const one = at(value, name);
    if (one === undefined || one === '' || (Array.isArray(one) && one.length === 0)) continue;
    return one;
  }
  return undefined;
}

/** A list as it is; an object with numbers for keys (as PHP writes lists) by its values; a lone thing as a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.filter((item) => item !== null);
  if (isObject(value)) {
    const names = Object.keys(value);
    if (names.length === 0) return [];
    if (names.every((name) => /^\d+$/.test(name)))
      return Object.values(value).filter((item) => item !== null);
  }
  return [value];
}

/** The objects of a list; what is no object is left out. */
export function objectsOf(value: unknown): readonly RawObject[] {
  return listOf(value).filter(isObject);
}

/** A text that says something, trimmed; numbers are written out. undefined for everything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** A finite number, also when it was written as a text ("12", "7.5"). */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*-?\d{1,15}(\.\d{1,10})?\s*$/.test(value)) return undefined;
  return Number(value);
}

/** true and false, also as texts and 0 or 1; undefined for everything else. */
export function flagOf(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === 'true' || value === '1') return true;
  if (value === false || value === 0 || value === 'false' || value === '0') return false;
  return undefined;
}
