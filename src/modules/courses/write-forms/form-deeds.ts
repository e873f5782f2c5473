import { type ContentField, type Filled, groupIn, rowsIn } from './form-field.ts';

/**
 * What a button of a form does to its rows before anything is saved: "add:choices", "remove:choices.2", "up:choices.2",
 * "down:choices.2", also deeper ("add:criteria.0.levels"). A deed that fits nothing changes nothing.
 */
export function doInForm(
  fields: readonly ContentField[],
  filled: Filled,
  { deed, newId }: { readonly deed: string; readonly newId: () => string },
): Filled {
  const [, what = '', path = ''] = /^(add|remove|up|down):([\w.-]+)$/.exec(deed) ?? [];
  return path === ''
    ? withIds(fields, filled, newId)
    : deep(fields, filled, { what, path: path.split('.'), newId });
}

interface Deed {
  readonly what: string;
  readonly path: readonly string[];
  readonly newId: () => string;
}

function deep(fields: readonly ContentField[], filled: Filled, deed: Deed): Filled {
  const [name = '', ...rest] = deed.path;
  const field = flattened(fields).find((each) => each.name === name);
  if (field?.kind === 'group')
    return { ...filled, [name]: deep(field.fields, groupIn(filled, name), { ...deed, path: rest }) };
  if (field?.kind !== 'rows') return filled;
  const rows = rowsIn(filled, name);
  const at = Number(rest[0] ?? -1);
  const inner = rest.slice(1);
  if (inner.length > 0)
    return {
      ...filled,
      [name]: rows.map((row, place) =>
        place === at ? deep(field.fields, row, { ...deed, path: inner }) : row,
      ),
    };
  return { ...filled, [name]: changed(rows, at, deed, field) };
}

const flattened = (fields: readonly ContentField[]): ContentField[] =>
  fields.flatMap((field) => (field.kind === 'group' && field.flat ? flattened(field.fields) : [field]));

function changed(
  rows: readonly Filled[],
  at: number,
  { what, newId }: Deed,
  field: Extract<ContentField, { kind: 'rows' }>,
): readonly Filled[] {
  const row = rows[at];
  if (what === 'add') return [...rows, withIds(field.fields, field.ids ? { id: newId() } : {}, newId)];
  if (!row) return rows;
  const others = rows.toSpliced(at, 1);
  if (what === 'remove') return others;
  return others.toSpliced(Math.max(0, at + (what === 'up' ? -1 : 1)), 0, row);
}

/** Every row that should have an id has one of its own, lasting from here on. */
export function withIds(fields: readonly ContentField[], filled: Filled, newId: () => string): Filled {
  const made: Record<string, Filled[string]> = { ...filled };
  for (const field of flattened(fields)) {
    if (field.kind === 'group') made[field.name] = withIds(field.fields, groupIn(filled, field.name), newId);
    if (field.kind !== 'rows') continue;
    const seen = new Set<string>();
    const blank = Array.from({ length: field.begin ?? 0 }, (): Filled => ({}));
    const rows = filled[field.name] === undefined ? blank : rowsIn(filled, field.name);
    made[field.name] = rows.map((row) => {
      const inner = withIds(field.fields, row, newId);
      if (!field.ids) return inner;
      const given =
        typeof inner['id'] === 'string' && /^[A-Za-z0-9][\w-]{0,79}$/.test(inner['id']) ? inner['id'] : '';
      const id = given === '' || seen.has(given) ? newId() : given;
      seen.add(id);
      return { ...inner, id };
    });
  }
  return made;
}
