import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { courseSchema } from '../../platform/course-text/course-schema.ts';
import { shortcuts, typingRules } from '../article-editor/keys.ts';
import { takesPictures } from '../article-editor/pictures.ts';
import { toolbar } from '../article-editor/toolbar.ts';
import { htmlOf, readField } from './course-html.ts';

export interface TextScene {
  readonly words: Readonly<Record<string, string>>;
  /** `ID` in the address stands for a picture's. */
  readonly pictures: { readonly address: string; readonly upload: string };
}

/**
 * Lets a field be written with formatting. The field stays what the form sends: it holds HTML once something was
 * changed, and a hidden field says so. A text that the editor would lose something of stays as it is written.
 */
export function formattedText(field: HTMLTextAreaElement, scene: TextScene): void {
  const schema = courseSchema((id) => scene.pictures.address.replace('ID', id));
  const beginning = readField(field.value, schema);
  if (!beginning) return;
  const { frame, paper } = frameFor(field);
  const stateOf = (doc: Node) =>
    EditorState.create({
      doc,
      plugins: [typingRules(schema), keymap(shortcuts(schema)), keymap(baseKeymap), history()],
    });
  const changed = () => {
    field.value = htmlOf(view.state.doc);
    formatOf(field).value = 'html';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const tools = { ...scene, pictures: { ...scene.pictures, scheme: 'file:' }, changed };
  const view = new EditorView(paper, {
    state: stateOf(beginning),
    attributes: {
      class: 'prose rich-text input',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': labelOf(field),
      lang: field.lang,
      dir: field.dir,
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      bar.update();
      if (transaction.docChanged) changed();
    },
    handleDOMEvents: takesPictures(tools, () => view),
  });
  const bar = toolbar(view, schema, tools);
  frame.prepend(bar.element);
  document.querySelector(`label[for="${field.id}"]`)?.addEventListener('click', () => view.focus());
}

function frameFor(field: HTMLTextAreaElement) {
  const frame = document.createElement('div');
  frame.className = 'formatted course-formatted';
  const paper = document.createElement('div');
  frame.append(paper);
  field.before(frame);
  field.hidden = true;
  return { frame, paper };
}

/** The hidden field beside the text that says how it is written. */
function formatOf(field: HTMLTextAreaElement): HTMLInputElement {
  const name = `${field.name}:format`;
  const present = field.form?.elements.namedItem(name);
  if (present instanceof HTMLInputElement) return present;
  const made = document.createElement('input');
  made.type = 'hidden';
  made.name = name;
  field.after(made);
  return made;
}

function labelOf(field: HTMLTextAreaElement): string {
  const label = document.querySelector(`label[for="${field.id}"]`);
  if (label && !label.id) label.id = `${field.id}-label`;
  return label?.id ?? '';
}
