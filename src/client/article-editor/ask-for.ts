export interface Question {
  /** Keys of the words. */
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** Asks for one line in a dialog of its own; undefined when the writer gives up. An empty line is no answer. */
export function askFor(
  words: Readonly<Record<string, string>>,
  question: Question,
): Promise<string | undefined> {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'stack';
  const label = document.createElement('label');
  label.textContent = words[question.label] ?? '';
  const input = document.createElement('input');
  input.className = 'input';
  input.required = true;
  input.maxLength = 300;
  input.placeholder = question.placeholder ?? '';
  input.dir = 'auto';
  label.append(input);
  if (question.hint !== undefined) {
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.textContent = words[question.hint] ?? '';
    label.append(hint);
  }
  const buttons = document.createElement('div');
  buttons.className = 'row';
  buttons.append(
    button(words['insert'] ?? '', 'first', 'submit'),
    button(words['cancel'] ?? '', 'quiet', 'button', () => dialog.close('')),
  );
  form.append(label, buttons);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    form.addEventListener('submit', () => dialog.close(input.value.trim()));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === '' ? undefined : dialog.returnValue);
    });
    dialog.showModal();
  });
}

function button(
  text: string,
  kind: string,
  type: 'submit' | 'button',
  press?: () => void,
): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = type;
  made.className = `btn ${kind}`;
  made.textContent = text;
  if (press) made.addEventListener('click', press);
  return made;
}
