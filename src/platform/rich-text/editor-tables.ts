import type { NodeSpec } from 'prosemirror-model';

type Side = 'start' | 'centre' | 'end';

const cellSpec = (tag: 'th' | 'td'): NodeSpec => ({
  content: 'inline*',
  attrs: { side: { default: null } },
  isolating: true,
  parseDOM: [{ tag, getAttrs: (dom) => ({ side: sideOfClass(dom.className) }) }],
  toDOM: (node) => [tag, { class: (node.attrs['side'] as Side | null) ?? undefined }, 0],
});

const sideOfClass = (name: string): Side | null =>
  name === 'end' || name === 'centre' || name === 'start' ? name : null;

/** A table of Markdown: its first row holds the headings, and a cell holds one line of text. */
export const tableSpecs: Readonly<Record<string, NodeSpec>> = {
  table: {
    content: 'table_row+',
    group: 'block',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  table_row: {
    content: '(table_header | table_cell)+',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  table_header: cellSpec('th'),
  table_cell: cellSpec('td'),
};
