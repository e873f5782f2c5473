import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { type LearnScene, learnPath } from '../find-place/learn-scene.ts';
import type { CoursePlace, Note } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import type { UnitNotes } from './take-notes.ts';
import { timeCode } from './time-code.ts';
import { NoteText } from './unit-notes.tsx';

export interface NotesPageProps {
  readonly scene: LearnScene;
  readonly place: CoursePlace;
  readonly units: readonly UnitNotes[];
}

/** All that one keeps in a course: notes and bookmarks, in the order of its units. */
export function NotesPage(props: NotesPageProps) {
  const { scene, place, units } = props;
  const { t, to } = scene;
  const { course } = place;
  const first = unitsOf(course.outline)[0];
  return (
    <>
      <Pagehead
        title={t('learning.notes.title')}
        lead={
          <bdi lang={course.lang}>
            <a href={to(learnPath(course.slug))}>{course.title}</a>
          </bdi>
        }
        actions={
          units.length > 0 && (
            <LinkButton href={to(learnPath(course.slug, '-', 'notes.md'))}>
              {t('learning.notes.export')}
            </LinkButton>
          )
        }
      />
      {units.length === 0 && (
        <EmptyState
          title={t('learning.notes.empty')}
          text={t('learning.notes.empty.text')}
          actions={
            first && (
              <LinkButton href={to(learnPath(course.slug, first.id))}>
                <bdi lang={course.lang}>{first.title}</bdi>
              </LinkButton>
            )
          }
        />
      )}
      {units.map((unit) => (
        <NotesOfUnit key={unit.unitId} {...props} unit={unit} />
      ))}
    </>
  );
}

function NotesOfUnit({ scene, place, unit }: NotesPageProps & { readonly unit: UnitNotes }) {
  const { t, to } = scene;
  const { course } = place;
  return (
    <section class="section notes-of-unit">
      <h2>
        {unit.title === '' ? (
          t('learning.notes.gone')
        ) : (
          <a href={to(learnPath(course.slug, unit.unitId))} lang={course.lang}>
            <bdi>{unit.title}</bdi>
          </a>
        )}
      </h2>
      {unit.isBookmarked && <p class="small soft">{t('learning.bookmark.on')}</p>}
      {unit.notes.map((note) => (
        <div key={note.id} class="kept-note">
          <NoteText scene={scene} slug={course.slug} note={note} />
          <NoteForms scene={scene} slug={course.slug} note={note} />
        </div>
      ))}
    </section>
  );
}

function NoteForms({
  scene: { t, to },
  slug,
  note,
}: {
  readonly scene: LearnScene;
  readonly slug: string;
  readonly note: Note;
}) {
  const action = to(learnPath(slug, '-', 'notes', note.id));
  return (
    <details class="fold small">
      <summary>{t('learning.notes.change')}</summary>
      <form method="post" action={action} class="stack">
        <TextInput
          id={`text-${note.id}`}
          name="text"
          label={t('learning.notes.write')}
          rows={3}
          maxlength={10000}
          value={note.text}
          required
        />
        {note.atSecond !== null && (
          <TextInput
            id={`at-${note.id}`}
            name="at"
            label={t('learning.notes.at')}
            value={timeCode(note.atSecond)}
            maxlength={9}
            dir="ltr"
          />
        )}
        <div class="row">
          <Button small>{t('learning.notes.keep')}</Button>
          <Button small kind="quiet" formAction={`${action}/remove`}>
            {t('learning.notes.remove')}
          </Button>
        </div>
      </form>
    </details>
  );
}
