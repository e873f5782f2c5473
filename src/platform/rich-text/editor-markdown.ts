import type { Token } from 'markdown-it';
import {
  defaultMarkdownParser,
  defaultMarkdownSerializer,
  MarkdownParser,
  MarkdownSerializer,
} from 'prosemirror-markdown';
import type { Node, Schema } from 'prosemirror-model';
import { markdownFormat } from './markdown.ts';

/** Reads and writes the format for an editor. */
export interface EditorMarkdown {
  read(markdown: string): Node;
  write(document: Node): string;
}

export function editorMarkdown(schema: Schema): EditorMarkdown {
  const parser = new MarkdownParser(schema, markdownFormat(), {
    ...defaultMarkdownParser.tokens,
    ...tableTokens,
  });
  return {
    read: (markdown) => parser.parse(markdown),
    write: (document) => serializer.serialize(document, { tightLists: true }),
  };
}

const sideOf = (token: Token) => {
  const side = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return { side: side === undefined ? null : { left: 'start', center: 'centre', right: 'end' }[side] };
};

/** Text that would read as an entity or as an address in angle brackets. */
const readsAsMore = /&(?=#?\w+;)|<(?=[a-z][a-z0-9+.-]*:|[^\s<>@]+@)/gi;

/** The first row is the head, wherever it stands: `thead` and `tbody` say nothing more. */
const tableTokens = {
  table: { block: 'table' },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: 'table_row' },
  th: { block: 'table_header', getAttrs: sideOf },
  td: { block: 'table_cell', getAttrs: sideOf },
};

const serializer = new MarkdownSerializer(
  {
    ...defaultMarkdownSerializer.nodes,
    text(state, node, parent, index) {
      const beginsLine = index > 0 && parent.child(index - 1).type.name === 'hard_break';
      // What follows a line break could begin a heading or a list there.
      if (beginsLine) state.text(state.esc(node.text ?? '', true), false);
      else defaultMarkdownSerializer.nodes['text']?.(state, node, parent, index);
    },
    table(state, table) {
      state.write();
      state.text(linesOf(table).join('\n'), false);
      state.closeBlock(table);
    },
  },
  defaultMarkdownSerializer.marks,
  { escapeExtraCharacters: readsAsMore },
);

function linesOf(table: Node): string[] {
  const rows = table.children.map((row) => row.children.map(cellText));
  const width = Math.max(...rows.map((cells) => cells.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  const dividers = Array.from({ length: width }, (_, at) => divider(table.firstChild?.maybeChild(at)));
  return [line(head), line(dividers), ...rest.map(line)];
}

const divider = (cell: Node | null | undefined): string => {
  const side: unknown = cell?.attrs['side'];
  if (side === 'end') return '---:';
  return side === 'centre' ? ':---:' : side === 'start' ? ':---' : '---';
};

/** A cell ends at a bar or a line end: bars are escaped, even inside code, and lines join. */
function cellText(cell: Node): string {
  const { doc, paragraph } = cell.type.schema.nodes;
  if (!doc || !paragraph) return cell.textContent;
  const text = serializer.serialize(doc.create(null, paragraph.create(null, cell.content)));
  return text.replace(/\\?\r?\n\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');
}
