import { chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { ellipsis, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { NodeType, Schema } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { nextCell } from './table-commands.ts';

/** A node type that the schema is known to have. */
export function nodeType(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

/** "## " begins a heading, "- " a list, and so on: who knows Markdown can go on typing it. */
export function typingRules(schema: Schema): Plugin {
  const type = (name: string) => nodeType(schema, name);
  return inputRules({
    rules: [
      ellipsis,
      textblockTypeInputRule(/^(#{2,4})\s$/, type('heading'), (match) => ({ level: match[1]?.length ?? 2 })),
      textblockTypeInputRule(/^```$/, type('code_block')),
      wrappingInputRule(/^\s*>\s$/, type('blockquote')),
      wrappingInputRule(/^\s*[-+*]\s$/, type('bullet_list'), { tight: true }),
      wrappingInputRule(
        /^(\d+)\.\s$/,
        type('ordered_list'),
        (match) => ({ order: Number(match[1]), tight: true }),
        (match, node) => node.childCount + Number(node.attrs['order']) === Number(match[1]),
      ),
    ],
  });
}

const lineBreak =
  (schema: Schema): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodeType(schema, 'hard_break').create()).scrollIntoView());
    return true;
  };

export function shortcuts(schema: Schema): Record<string, Command> {
  const { strong, em, code } = schema.marks;
  const item = nodeType(schema, 'list_item');
  const marks = { b: strong, i: em, e: code };
  return {
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    ...Object.fromEntries(
      Object.entries(marks).flatMap(([key, mark]) => (mark ? [[`Mod-${key}`, toggleMark(mark)]] : [])),
    ),
    Enter: splitListItem(item),
    'Shift-Enter': chainCommands(exitCode, lineBreak(schema)),
    // Outside of lists and tables Tab leaves the editor: nobody is caught in it.
    Tab: chainCommands(nextCell(1), sinkListItem(item)),
    'Shift-Tab': chainCommands(nextCell(-1), liftListItem(item)),
    'Mod-Alt-2': setBlockType(nodeType(schema, 'heading'), { level: 2 }),
    'Mod-Alt-3': setBlockType(nodeType(schema, 'heading'), { level: 3 }),
    'Mod-Alt-0': setBlockType(nodeType(schema, 'paragraph')),
  };
}
