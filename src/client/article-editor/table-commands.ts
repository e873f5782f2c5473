import type { Node, ResolvedPos, Schema } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';

interface Place {
  readonly table: Node;
  /** Before the table. */
  readonly start: number;
  readonly row: number;
  readonly column: number;
}

/** The cell in which the writer is. */
function placeOf(at: ResolvedPos): Place | undefined {
  for (let depth = at.depth; depth > 0; depth -= 1) {
    if (at.node(depth).type.name !== 'table') continue;
    return {
      table: at.node(depth),
      start: at.before(depth),
      row: at.index(depth),
      column: at.index(depth + 1),
    };
  }
  return undefined;
}

export const isInTable = (state: EditorState): boolean => placeOf(state.selection.$from) !== undefined;

const make = (schema: Schema, name: string, content?: readonly Node[] | null): Node => {
  const type = schema.nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type.create(null, content ?? null);
};

const emptyRow = (schema: Schema, cell: string, columns: number): Node =>
  make(
    schema,
    'table_row',
    Array.from({ length: columns }, () => make(schema, cell)),
  );

/** Three columns, a row of headings and two rows. */
export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const { schema } = state;
  const rows = ['table_header', 'table_cell', 'table_cell'].map((cell) => emptyRow(schema, cell, 3));
  const table = make(schema, 'table', rows);
  const tr = state.tr.replaceSelectionWith(table);
  let start = 0;
  tr.doc.descendants((node, at) => {
    if (node === table) start = at;
  });
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 3))).scrollIntoView());
  return true;
};

/** Replaces the table by one whose rows are made from the present ones; without rows it goes. */
const change =
  (remake: (rows: readonly Node[], place: Place) => readonly Node[]): Command =>
  (state, dispatch) => {
    const place = placeOf(state.selection.$from);
    if (!place) return false;
    const rows = remake(place.table.children, place);
    const end = place.start + place.table.nodeSize;
    const isGone = rows.length === 0 || rows.some((row) => row.childCount === 0);
    const tr = isGone
      ? state.tr.delete(place.start, end)
      : state.tr.replaceWith(place.start, end, make(state.schema, 'table', rows));
    const inside = Math.min(place.start + 3, tr.doc.content.size);
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(inside))).scrollIntoView());
    return true;
  };

export const addRow = change((rows, { row, table }) => {
  const columns = Math.max(...rows.map(({ childCount }) => childCount));
  return [
    ...rows.slice(0, row + 1),
    emptyRow(table.type.schema, 'table_cell', columns),
    ...rows.slice(row + 1),
  ];
});

/** The row of headings is the table itself: it goes with the whole table. */
export const dropRow = change((rows, { row }) => (row === 0 ? [] : rows.filter((_row, at) => at !== row)));

export const addColumn = change((rows, { column, table }) =>
  rows.map((row, at) => {
    const cell = make(table.type.schema, at === 0 ? 'table_header' : 'table_cell');
    const cells = row.children;
    return make(table.type.schema, 'table_row', [
      ...cells.slice(0, column + 1),
      cell,
      ...cells.slice(column + 1),
    ]);
  }),
);

export const dropColumn = change((rows, { column, table }) =>
  rows.map((row) =>
    make(
      table.type.schema,
      'table_row',
      row.children.filter((_cell, at) => at !== column),
    ),
  ),
);

/** Tab goes to the next cell, and at the end out of the table's way. */
export const nextCell =
  (step: 1 | -1): Command =>
  (state, dispatch) => {
    const place = placeOf(state.selection.$from);
    if (!place) return false;
    const cells: number[] = [];
    place.table.descendants((node, at) => {
      if (node.type.name === 'table_cell' || node.type.name === 'table_header')
        cells.push(place.start + 1 + at);
    });
    const here = cells.findLastIndex((at) => at < state.selection.from);
    const target = cells[here + step];
    if (target === undefined) return false;
    dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(target + 1))).scrollIntoView());
    return true;
  };
