import { type LineDeed } from './edit-captions.ts';
import type { TypedLine } from './edit-lines.ts';

/** What the editor's form says, as it came. */
export interface EditorForm {
  readonly was: string;
  readonly lines: readonly TypedLine[];
  readonly deed: LineDeed;
  /** Place of the line that the button belongs to. */
  readonly at: number | undefined;
}

type Fields = Readonly<Record<string, string>>;

/** Fields are `start-7`, `end-7` and `text-7` for the line at place 7, `start-new` and so on for one more. */
export function readEditorForm(fields: Fields): EditorForm {
  const names = Object.keys(fields).flatMap((name) => /^text-(\d{1,5}|new)$/.exec(name)?.[1] ?? []);
  const lines = names.map((name) => ({
    at: name === 'new' ? undefined : Number(name),
    start: fields[`start-${name}`] ?? '',
    end: fields[`end-${name}`] ?? '',
    text: fields[`text-${name}`] ?? '',
  }));
  const [, what = 'save', place] = /^([a-z]+)(?::(\d{1,5}))?$/.exec(fields['do'] ?? '') ?? [];
  const at = place === undefined ? undefined : Number(place);
  return { was: fields['was'] ?? '', lines: lines.filter(isWritten), deed: deedOf(what, at, fields), at };
}

/** The empty line at the end of the form is no line. */
const isWritten = (line: TypedLine): boolean =>
  line.at !== undefined || line.text.trim() !== '' || line.start.trim() !== '' || line.end.trim() !== '';

function deedOf(what: string, at: number | undefined, fields: Fields): LineDeed {
  if (what === 'shift') {
    const seconds = Number((fields['shift'] ?? '').replace(',', '.'));
    const ms = Number.isFinite(seconds)
      ? Math.round(Math.max(-360_000, Math.min(360_000, seconds)) * 1000)
      : 0;
    const from = Math.max(1, Math.floor(Number(fields['from'] ?? 1)) || 1);
    return { do: 'shift', ms, from: from - 1 };
  }
  if (at === undefined) return { do: 'save' };
  if (what === 'merge' || what === 'remove') return { do: what, at };
  return what === 'split' ? { do: 'split', at, place: placeOf(fields) } : { do: 'save' };
}

/** Where the cursor stood and the film was, when a script tells. */
function placeOf(fields: Fields) {
  const letters = Number(fields['letters'] || Number.NaN);
  const time = Number(fields['now'] || Number.NaN);
  return {
    letters: Number.isFinite(letters) ? letters : undefined,
    time: Number.isFinite(time) ? time * 1000 : undefined,
  };
}
