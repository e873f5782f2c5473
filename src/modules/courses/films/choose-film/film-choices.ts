import type { AppContext } from '../../../../platform/http/environment.ts';
import { teachUrl } from '../../course-people/course-frame.tsx';
import { renditionAddress } from '../../course-files/shown-files.ts';
import { posterOf } from '../show-film/film-sources.ts';
import type { FilmFileRow } from './film-files.queries.ts';

/** Films and recordings of the course, and where another is sent to. */
export interface FilmChoices {
  readonly films: readonly {
    readonly id: string;
    readonly name: string;
    /** How far it is, in words. */
    readonly state: string;
    /** Address of its still picture, once it is made. */
    readonly poster?: string | undefined;
  }[];
  readonly upload: string;
  /** What is said of one that has just come. */
  readonly waits: string;
}

/** What a form offers to choose from: the films of these files, or the recordings. */
export function filmChoices(
  c: AppContext,
  courseId: string,
  { files, kind }: { readonly files: readonly FilmFileRow[]; readonly kind: 'video' | 'audio' },
): FilmChoices {
  return {
    films: files
      .filter(({ type }) => type.startsWith(`${kind}/`))
      .map((file) => {
        const poster = posterOf(file);
        const address = poster && renditionAddress(courseId, file.id, poster);
        return { id: file.id, name: file.name, state: sayState(c, file.film), poster: address };
      }),
    upload: teachUrl(c, courseId, '/films/uploads'),
    waits: c.var.t('courses.films.state.waiting'),
  };
}

function sayState({ var: { t } }: AppContext, film: FilmFileRow['film']): string {
  const state = film?.state ?? 'waiting';
  if (state !== 'working') return t(`courses.films.state.${state}`);
  const percent = t.percent(Math.round((film?.progress ?? 0) * 100));
  return t('courses.films.state.working', { percent });
}
