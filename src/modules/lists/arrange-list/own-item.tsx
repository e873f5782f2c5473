import { urlFor } from '../../../platform/http/site.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { ListFacts } from '../read-lists/list-facts.ts';
import { ListedCourseLine, ListedNote } from '../read-lists/listed-course-line.tsx';
import type { ListedCourse } from '../read-lists/listed-courses.ts';
import type { ListScene } from '../read-lists/list-scene.ts';

export interface OwnItemProps {
  readonly scene: ListScene;
  readonly list: ListFacts;
  readonly listed: ListedCourse;
  /** Its place in the whole list, from 1. */
  readonly number: number;
  readonly total: number;
}

/** A course in one's own list: its note, its place, and the way out. */
export function OwnItem({ scene, list, listed, number, total }: OwnItemProps) {
  const { t, site } = scene;
  const to = (deed: string) => urlFor(site, t.lang, `/lists/mine/${list.id}/items/${listed.id}/${deed}`);
  const title = listed.course?.title ?? listed.title;
  const name = <span class="unseen"> {title}</span>;
  return (
    <li id={`i${number}`}>
      <ListedCourseLine scene={scene} listed={listed} />
      <ListedNote scene={scene} note={listed.note} />
      <div class="listed-deeds row">
        {total > 1 && (
          <form method="post" action={to('move')} class="row">
            <Button small kind="quiet" name="to" value="up" disabled={number === 1}>
              {t('lists.move.up')}
              {name}
            </Button>
            <Button small kind="quiet" name="to" value="down" disabled={number === total}>
              {t('lists.move.down')}
              {name}
            </Button>
          </form>
        )}
        <form method="post" action={to('remove')}>
          <Button small kind="quiet">
            {t('lists.remove')}
            {name}
          </Button>
        </form>
        <details class="listed-more">
          <summary>
            {t(listed.note === null ? 'lists.note.add' : 'lists.note.change')}
            {name}
          </summary>
          <form method="post" action={to('note')} class="stack">
            <TextInput
              id={`note-${listed.id}`}
              name="note"
              label={t('lists.note')}
              value={listed.note ?? ''}
              rows={2}
              maxlength={500}
              dir="auto"
            />
            <Button small>{t('lists.save')}</Button>
          </form>
        </details>
      </div>
    </li>
  );
}
