type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

const ticked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** A selector that finds the same element in the content that comes. */
function wayBack(element: Element): string | undefined {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (!isControl(element) || !element.name) return undefined;
  const value = ticked(element) ? `[value="${CSS.escape(element.value)}"]` : '';
  return `[name="${CSS.escape(element.name)}"]${value}`;
}

/** Remembers focus, what is half typed and which folds stand open; the function answered puts them back. */
export function unfinishedWork(): () => void {
  const focused = document.activeElement;
  const way = focused && wayBack(focused);
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('details[id][open]')].map(
    (fold) => fold.id,
  );
  return () => {
    for (const id of folds) document.getElementById(id)?.setAttribute('open', '');
    if (!way || !focused || focused.isConnected) return;
    const twin = document.querySelector<HTMLElement>(way);
    if (isControl(twin) && isControl(focused) && !ticked(focused)) twin.value = focused.value;
    twin?.focus({ preventScroll: true });
  };
}

/**
 * Brings the inputs of live forms to what the new page says, save the one in use: those that stand outside of the
 * regions would keep their old state. To be called while the new page still has all of its own.
 */
export function syncForms(doc: Document): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live][id]')) {
    const twin = doc.getElementById(form.id);
    // what somebody is about to send is theirs, whatever the page says
    if (!(twin instanceof HTMLFormElement) || form.method === 'post') continue;
    for (const control of form.elements) {
      if (isControl(control) && control !== document.activeElement) syncControl(control, twin);
    }
  }
}

function syncControl(control: Control, form: HTMLFormElement): void {
  const twins = [...form.elements].filter(isControl).filter((twin) => twin.name === control.name);
  if (ticked(control))
    control.checked = twins.some((twin) => twin.value === control.value && ticked(twin) && twin.checked);
  else if (twins[0]) control.value = twins[0].value;
}
