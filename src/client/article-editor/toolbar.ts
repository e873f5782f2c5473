import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { MarkType, NodeType, Schema } from 'prosemirror-model';
import { wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { askFor } from './ask-for.ts';
import type { FieldScene } from './formatted-field.ts';
import { nodeType } from './keys.ts';
import { choosePicture } from './pictures.ts';
import { addColumn, addRow, dropColumn, dropRow, insertTable, isInTable } from './table-commands.ts';

interface Tool {
  readonly word: string;
  readonly run: Command;
  /** Whether it is on where the writer is. */
  readonly isOn?: (state: EditorState) => boolean;
  /** Shown only there. */
  readonly isShown?: (state: EditorState) => boolean;
}

/** Buttons with words; those that can do nothing here are off. Arrow keys go through them, Tab leaves them. */
export function toolbar(view: EditorView, schema: Schema, scene: FieldScene) {
  const element = document.createElement('div');
  element.className = 'editor-tools';
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', scene.words['toolbar'] ?? '');
  const tools = toolsFor(schema, scene, () => view);
  const buttons = tools.map((tool) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = scene.words[tool.word] ?? tool.word;
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      tool.run(view.state, view.dispatch, view);
      view.focus();
    });
    return button;
  });
  element.append(...buttons);
  element.addEventListener('keydown', (event) => walk(event, buttons));
  const update = () => {
    tools.forEach((tool, at) => {
      const button = buttons[at];
      if (!button) return;
      button.disabled = !tool.run(view.state);
      button.hidden = tool.isShown?.(view.state) === false;
      if (tool.isOn) button.setAttribute('aria-pressed', String(tool.isOn(view.state)));
    });
    rove(buttons);
  };
  update();
  return { element, update };
}

/** One button of the bar is in the order of Tab. */
function rove(buttons: readonly HTMLButtonElement[], to?: HTMLButtonElement): void {
  const open = buttons.filter((button) => !button.disabled && !button.hidden);
  const present = to ?? open.find((button) => button.tabIndex === 0) ?? open[0];
  for (const button of buttons) button.tabIndex = button === present ? 0 : -1;
}

function walk(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
  const isRtl = document.documentElement.dir === 'rtl';
  const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
  if (step === undefined) return;
  const open = buttons.filter((button) => !button.disabled && !button.hidden);
  const next = open.at((open.findIndex((button) => button === document.activeElement) + step) % open.length);
  if (!next) return;
  event.preventDefault();
  rove(buttons, next);
  next.focus();
}

const hasMark =
  (mark: MarkType) =>
  ({ selection: { from, to, empty, $from }, storedMarks, doc }: EditorState): boolean =>
    empty ? mark.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, mark);

const isInside =
  (type: NodeType, attrs: Record<string, unknown> = {}) =>
  ({ selection: { $from } }: EditorState): boolean =>
    Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some((node) =>
      node.hasMarkup(type, { ...node.attrs, ...attrs }),
    );

/** Puts around, or takes away where it is around already. */
const around =
  (wrap: Command, isOn: (state: EditorState) => boolean): Command =>
  (state, dispatch, view) =>
    (isOn(state) ? lift : wrap)(state, dispatch, view);

const block =
  (type: NodeType, attrs: Record<string, unknown>, plain: NodeType): Command =>
  (state, dispatch, view) =>
    (isInside(type, attrs)(state) ? setBlockType(plain) : setBlockType(type, attrs))(state, dispatch, view);

function toolsFor(schema: Schema, scene: FieldScene, view: () => EditorView): Tool[] {
  const type = (name: string) => nodeType(schema, name);
  const markTool = (word: string, name: string): Tool[] => {
    const mark = schema.marks[name];
    return mark ? [{ word, run: toggleMark(mark), isOn: hasMark(mark) }] : [];
  };
  const blockTool = (word: string, node: NodeType, attrs: Record<string, unknown> = {}): Tool => ({
    word,
    run: block(node, attrs, type('paragraph')),
    isOn: isInside(node, attrs),
  });
  const wrapTool = (word: string, node: NodeType, wrap: Command): Tool => ({
    word,
    run: around(wrap, isInside(node)),
    isOn: isInside(node),
  });
  const inTable = (word: string, run: Command): Tool => ({ word, run, isShown: isInTable });
  return [
    ...markTool('bold', 'strong'),
    ...markTool('italic', 'em'),
    ...markTool('code', 'code'),
    {
      word: 'link',
      run: link(schema, scene, view),
      isOn: schema.marks['link'] ? hasMark(schema.marks['link']) : () => false,
    },
    blockTool('heading', type('heading'), { level: 2 }),
    blockTool('subheading', type('heading'), { level: 3 }),
    wrapTool('list', type('bullet_list'), wrapInList(type('bullet_list'), { tight: true })),
    wrapTool('numbers', type('ordered_list'), wrapInList(type('ordered_list'), { tight: true })),
    wrapTool('quote', type('blockquote'), wrapIn(type('blockquote'))),
    ...(schema.nodes['callout']
      ? [wrapTool('callout', schema.nodes['callout'], wrapIn(schema.nodes['callout']))]
      : []),
    blockTool('code-block', type('code_block')),
    { word: 'picture', run: choosePicture(scene, view) },
    { word: 'table', run: insertTable, isShown: (state) => !isInTable(state) },
    inTable('row', addRow),
    inTable('drop-row', dropRow),
    inTable('column', addColumn),
    inTable('drop-column', dropColumn),
    { word: 'rule', run: rule(schema) },
    { word: 'undo', run: undo },
    { word: 'redo', run: redo },
  ];
}

const rule =
  (schema: Schema): Command =>
  (state, dispatch) => {
    if (isInTable(state)) return false;
    dispatch?.(state.tr.replaceSelectionWith(nodeType(schema, 'horizontal_rule').create()).scrollIntoView());
    return true;
  };

/** Asks for the address; on a link it takes the link away. */
function link(schema: Schema, scene: FieldScene, view: () => EditorView): Command {
  return (state, dispatch) => {
    const mark = schema.marks['link'];
    if (!mark) return false;
    if (hasMark(mark)(state)) return toggleMark(mark)(state, dispatch);
    if (state.selection.empty) return false;
    if (!dispatch) return true;
    void askFor(scene.words, { label: 'link-address', placeholder: 'https://' }).then((href) => {
      if (href !== undefined) toggleMark(mark, { href })(view().state, view().dispatch);
      view().focus();
    });
    return true;
  };
}
