import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { editorMarkdown } from '../../platform/rich-text/editor-markdown.ts';
import { editorSchema } from '../../platform/rich-text/editor-schema.ts';
import { shortcuts, typingRules } from './keys.ts';
import { takesPictures } from './pictures.ts';
import { toolbar } from './toolbar.ts';

export interface FieldScene {
  readonly words: Readonly<Record<string, string>>;
  readonly pictures: {
    readonly address: string;
    readonly upload: string;
    /** How the text names a picture, before its id: "picture:" unless another is given. */
    readonly scheme?: string;
  };
  /** Called after each change. */
  readonly changed: () => void;
}

/**
 * Lets a field of Markdown be written with formatting. The field stays what the form sends: every change is written into
 * it, and one can go back to it at any time.
 */
export function formattedField(field: HTMLTextAreaElement, scene: FieldScene): void {
  const { words } = scene;
  const schema = editorSchema((id) => scene.pictures.address.replace('ID', id));
  const markdown = editorMarkdown(schema);
  const frame = document.createElement('div');
  frame.className = 'formatted';
  const paper = document.createElement('div');
  const begin = () =>
    EditorState.create({
      doc: markdown.read(field.value),
      plugins: [typingRules(schema), keymap(shortcuts(schema)), keymap(baseKeymap), history()],
    });
  const view = new EditorView(paper, {
    state: begin(),
    attributes: {
      class: 'prose rich-text input',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': words['area'] ?? '',
      lang: field.closest('[lang]')?.getAttribute('lang') ?? '',
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      bar.update();
      if (!transaction.docChanged) return;
      field.value = markdown.write(view.state.doc);
      scene.changed();
    },
    handleDOMEvents: takesPictures(scene, () => view),
  });
  const bar = toolbar(view, schema, scene);
  frame.append(bar.element, paper);
  field.before(frame);
  field.hidden = true;
  const swap = swapButton(words, () => {
    field.hidden = !field.hidden;
    frame.hidden = !field.hidden;
    if (!frame.hidden) view.updateState(begin());
    (frame.hidden ? field : view).focus();
    return frame.hidden;
  });
  field.after(swap);
  field.addEventListener('rescued', () => view.updateState(begin()));
  document.querySelector(`label[for="${field.id}"]`)?.addEventListener('click', () => view.focus());
}

/** Goes to and fro between formatting and Markdown. */
function swapButton(words: FieldScene['words'], swap: () => boolean): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn quiet small';
  made.textContent = words['source'] ?? '';
  made.addEventListener('click', () => {
    made.textContent = words[swap() ? 'formatted' : 'source'] ?? '';
  });
  return made;
}
