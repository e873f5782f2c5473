// Loaded on the outline of a course. Buttons and forms put everything in its order without it; with it, units can be
// dragged to another place, in their section or in another one. The same form carries both.

let dragged: string | undefined;

const unitOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('li[data-part]') : null;

/** The section, and the unit before which the dragged one would come: none, at the end of the section. */
function placeOf(event: DragEvent) {
  const section =
    event.target instanceof Element ? event.target.closest<HTMLElement>('.outline-section') : undefined;
  const into = section?.dataset['part']?.split(':')[1];
  if (!section || into === undefined) return undefined;
  const over = unitOf(event.target);
  if (!over) return { section, into, before: undefined };
  const { top, height } = over.getBoundingClientRect();
  const isLower = event.clientY > top + height / 2;
  const next = isLower ? over.nextElementSibling : over;
  return { section, into, before: next instanceof HTMLElement ? next : undefined };
}

function clearMarks(): void {
  for (const mark of document.querySelectorAll('.drop-before, .drop-end'))
    mark.classList.remove('drop-before', 'drop-end');
}

function makeDraggable(): void {
  for (const unit of document.querySelectorAll<HTMLElement>('[data-outline] li[data-part]:not([draggable])'))
    unit.draggable = true;
}

document.addEventListener('dragstart', (event) => {
  dragged = unitOf(event.target)?.dataset['part'];
  if (dragged === undefined || !event.dataTransfer) return;
  // without something to carry, browsers end the drag where it began
  event.dataTransfer.setData('text/plain', dragged);
  event.dataTransfer.effectAllowed = 'move';
});
document.addEventListener('dragend', () => {
  dragged = undefined;
  clearMarks();
});
document.addEventListener('dragover', (event) => {
  const place = dragged === undefined ? undefined : placeOf(event);
  if (!place) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
  clearMarks();
  if (place.before) place.before.classList.add('drop-before');
  else place.section.querySelector('.outline-units')?.classList.add('drop-end');
});
document.addEventListener('drop', (event) => {
  const place = dragged === undefined ? undefined : placeOf(event);
  const form = document.querySelector<HTMLFormElement>('form#arrange');
  if (!place || !form || dragged === undefined) return;
  event.preventDefault();
  send(form, {
    do: `place:${dragged}`,
    into: place.into,
    before: place.before?.dataset['part']?.split(':')[1] ?? '',
  });
});

/** As if a button had been pressed: the form is sent without leaving the page, and its fields go again. */
function send(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  const added = Object.entries(fields).map(([name, value]) => {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    return field;
  });
  form.append(...added);
  form.requestSubmit();
  for (const field of added) field.remove();
}

makeDraggable();
new MutationObserver(makeDraggable).observe(document.body, { childList: true, subtree: true });
