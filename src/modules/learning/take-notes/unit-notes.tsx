import { queryString } from '../../../platform/http/site.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { type LearnScene, learnPath } from '../find-place/learn-scene.ts';
import type { Note, UnitPlace } from '../find-place/place.ts';
import { filmsOf } from './take-notes.ts';
import { timeCode } from './time-code.ts';

export interface UnitNotesProps {
  readonly scene: LearnScene;
  readonly place: UnitPlace;
  /** Id for the next note: the form sent twice is one note. */
  readonly newId: string;
}

/** One's notes beside a unit, and the form for the next one. */
export function UnitNotesPanel({ scene, place, newId }: UnitNotesProps) {
  const { t, to } = scene;
  const { course, unit, notes } = place;
  const [film] = filmsOf(place);
  return (
    <aside class="desk-side" aria-labelledby="notes-title" data-region="notes" id="notes">
      <h2 class="eyebrow" id="notes-title">
        {t('learning.notes.here')}
      </h2>
      {notes.map((note) => (
        <NoteText key={note.id} scene={scene} slug={course.slug} note={note} film={film?.id} />
      ))}
      <form
        method="post"
        action={to(learnPath(course.slug, unit.id, 'notes'))}
        class="stack note-form"
        data-live="notes"
      >
        <input type="hidden" name="id" value={newId} />
        <TextInput
          id="note-text"
          name="text"
          label={t('learning.notes.write')}
          rows={3}
          maxlength={10000}
          required
        />
        {film && (
          <>
            <input type="hidden" name="film" value={film.id} data-note-film />
            <TextInput
              id="note-at"
              name="at"
              label={t('learning.notes.at')}
              hint={t('learning.notes.at.hint')}
              inputmode="text"
              maxlength={9}
              dir="ltr"
              t={t}
              optional
            />
          </>
        )}
        <div class="row">
          <Button small>{t('learning.notes.keep')}</Button>
          <a class="small" href={to(learnPath(course.slug, '-', 'notes'))}>
            {t('learning.notes.all')}
          </a>
        </div>
      </form>
    </aside>
  );
}

export interface NoteTextProps {
  readonly scene: LearnScene;
  readonly slug: string;
  readonly note: Note;
  /** The film beside it, where the note names none. */
  readonly film?: string | undefined;
}

/** A note as it was written; its place in a film leads there, and moves the film where it stands on the same page. */
export function NoteText({ scene: { t, to }, slug, note, film }: NoteTextProps) {
  const block = note.blockId ?? film;
  const query = queryString({ t: String(note.atSecond), film: note.blockId ?? undefined });
  return (
    <div class="note" dir="auto">
      {note.atSecond !== null && (
        <a
          class="small note-at"
          href={`${to(learnPath(slug, note.unitId))}${query}${block ? `#${block}` : ''}`}
          data-film-at={note.atSecond}
          data-film={block}
        >
          <span class="unseen">{t('learning.notes.at')} </span>
          <bdi dir="ltr">{timeCode(note.atSecond)}</bdi>
        </a>
      )}
      <p class="note-text">{note.text}</p>
    </div>
  );
}
