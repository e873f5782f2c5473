import { autosave } from './article-editor/autosave.ts';

// Loaded on the writing page only. The form works without it: the text is a field with Markdown, kept when the form is
// sent. With it, what is written is kept by itself, and the field can be written with formatting.

const form = document.querySelector<HTMLFormElement>('form[data-article-form]');
const field = form?.querySelector<HTMLTextAreaElement>('textarea[data-rich-text]');
const said = form?.querySelector<HTMLElement>('[data-editor-words]');

if (form && field && said) {
  const words = JSON.parse(said.dataset['editorWords'] ?? '{}') as Record<string, string>;
  const pictures = { address: said.dataset['pictures'] ?? '', upload: said.dataset['upload'] ?? '' };
  const changed = autosave(form, words);
  // The editor itself is a part of its own, so that the page and its field are there before it.
  void import('./article-editor/formatted-field.ts').then(({ formattedField }) =>
    formattedField(field, { words, pictures, changed }),
  );
}
