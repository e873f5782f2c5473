import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { askFor } from './ask-for.ts';
import type { FieldScene } from './formatted-field.ts';
import { nodeType } from './keys.ts';

const accepted = 'image/jpeg,image/png,image/webp,image/avif,image/gif';

/** A button that lets one choose a picture from the disk. */
export const choosePicture =
  (scene: FieldScene, view: () => EditorView): Command =>
  (_state, dispatch) => {
    if (!dispatch) return true;
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accepted;
    input.addEventListener('change', () => void insertPicture(scene, view(), input.files?.[0]));
    input.click();
    return true;
  };

/** Pictures that are dropped on the text, or pasted into it. */
export function takesPictures(scene: FieldScene, view: () => EditorView) {
  const take = (event: Event, data: DataTransfer | null): boolean => {
    const file = [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!file) return false;
    event.preventDefault();
    void insertPicture(scene, view(), file);
    return true;
  };
  return {
    drop: (_view: EditorView, event: DragEvent) => take(event, event.dataTransfer),
    paste: (_view: EditorView, event: ClipboardEvent) => take(event, event.clipboardData),
  };
}

/** Asks what it shows, sends it, and puts it where the writer is. What went wrong is said above the text. */
async function insertPicture(scene: FieldScene, view: EditorView, file: File | undefined): Promise<void> {
  if (!file) return;
  const alt = await askFor(scene.words, { label: 'picture-alt', hint: 'picture-alt-hint' });
  if (alt === undefined) return;
  const say = sayAbove(view.dom);
  say(scene.words['uploading'] ?? '');
  const body = new FormData();
  body.append('picture', file);
  const answer = await fetch(scene.pictures.upload, { method: 'POST', body }).catch(() => undefined);
  const { id, problem } = await answerOf(answer);
  if (id === undefined) return say(problem ?? scene.words['not-saved'] ?? '');
  say('');
  const image = nodeType(view.state.schema, 'image').create({
    src: `${scene.pictures.scheme ?? 'picture:'}${id}`,
    alt,
  });
  view.dispatch(view.state.tr.replaceSelectionWith(image, false).scrollIntoView());
  view.focus();
}

async function answerOf(answer: Response | undefined): Promise<{ id?: string; problem?: string }> {
  if (!answer?.headers.get('content-type')?.includes('json')) return {};
  return (await answer.json()) as { id?: string; problem?: string };
}

function sayAbove(text: HTMLElement): (words: string) => void {
  const frame = text.closest('.formatted');
  let line = frame?.querySelector<HTMLElement>('.editor-said');
  if (!line) {
    line = document.createElement('p');
    line.className = 'editor-said soft small';
    line.setAttribute('role', 'status');
    frame?.append(line);
  }
  const place = line;
  return (words) => {
    place.textContent = words;
  };
}
