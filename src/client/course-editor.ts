import { autosaveForm } from './course-editor/autosave-form.ts';

// Loaded on the forms of authoring. They work without it: texts are fields with Markdown, kept when the form is sent. With
// it, long texts are written with formatting, and what was written is kept by itself.

const words = (said: HTMLElement): Record<string, string> =>
  JSON.parse(said.dataset['editorWords'] ?? '{}') as Record<string, string>;

/** Forms come anew when a button has added a row. */
function equip(): void {
  const said = document.querySelector<HTMLElement>('[data-editor-words]');
  if (!said) return;
  for (const form of document.querySelectorAll<HTMLFormElement>(
    'form[data-course-form]:not([data-equipped])',
  )) {
    form.dataset['equipped'] = 'yes';
    autosaveForm(form, words(said));
    const fields = [...form.querySelectorAll<HTMLTextAreaElement>('textarea[data-course-text=tall]')];
    if (fields.length > 0) void format(fields, said);
  }
}

/** The editor is a part of its own, so that the page and its fields are there before it. */
async function format(fields: readonly HTMLTextAreaElement[], said: HTMLElement): Promise<void> {
  const { formattedText } = await import('./course-editor/formatted-text.ts');
  const pictures = { address: said.dataset['pictures'] ?? '', upload: said.dataset['upload'] ?? '' };
  for (const field of fields) if (field.isConnected) formattedText(field, { words: words(said), pictures });
}

equip();
new MutationObserver(equip).observe(document.body, { childList: true, subtree: true });
