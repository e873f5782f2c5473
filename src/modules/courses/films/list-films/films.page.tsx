import { EmptyState } from '../../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../../platform/ui/notice.tsx';
import { Pagination } from '../../../../platform/ui/pagination.tsx';
import type { Refusal } from '../../../../platform/refusal.ts';
import type { FilmScene } from '../show-film/film-scene.ts';
import type { Query } from '../../../../platform/http/site.ts';
import { UploadForm } from '../upload-film/upload-form.tsx';
import { FilmLine } from './film-line.tsx';
import type { ListedFilm, UnitChoice } from './films.queries.ts';

export interface BegunUpload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Bytes that are here. */
  readonly arrived: number;
}

export interface FilmsPageProps {
  readonly scene: FilmScene;
  readonly films: readonly ListedFilm[];
  readonly page: number;
  readonly pages: number;
  readonly units: readonly UnitChoice[];
  readonly uploads: readonly BegunUpload[];
  readonly mayEdit: boolean;
  /** Whether films can be made in sizes here. */
  readonly canMake: boolean;
  /** Block that the next upload is meant for. */
  readonly forBlock: string | undefined;
  /** What was wrong with the form that was sent. */
  readonly error: Refusal | undefined;
  /** Address below the films of this course. */
  readonly to: (end: string, query?: Query) => string;
}

/** The films of a course: what came, how far it is, and the way for more to come. */
export function FilmsPage(props: FilmsPageProps) {
  const { scene, films, to } = props;
  const { t } = scene;
  return (
    <>
      {!props.canMake && (
        <Notice tone="soon" title={t('courses.films.as-they-came.title')}>
          {t('courses.films.as-they-came')}
        </Notice>
      )}
      {props.mayEdit && <UploadForm {...props} />}
      <div data-region="films" data-busy={films.some(isBusy) ? 'yes' : undefined}>
        {props.canMake && films.some(isBusy) && (
          <noscript>
            <p>
              <a href={to('', { page: props.page > 1 ? props.page : undefined })}>
                {t('courses.films.look-again')}
              </a>
            </p>
          </noscript>
        )}
        {films.length === 0 ? (
          <EmptyState title={t('courses.films.empty')} text={t('courses.films.empty.text')} />
        ) : (
          <ul class="film-list">
            {films.map((listed) => (
              <FilmLine key={`${listed.file?.id}/${listed.block?.id}`} page={props} listed={listed} />
            ))}
          </ul>
        )}
        {props.pages > 1 && (
          <Pagination
            t={t}
            page={props.page}
            pages={props.pages}
            hrefOf={(page) => to('', { page: page > 1 ? page : undefined })}
          />
        )}
      </div>
    </>
  );
}

/** Whether something is on its way, so that looking again is worth it. */
const isBusy = ({ file, film }: ListedFilm): boolean =>
  file !== null && (film === null || film.state === 'waiting' || film.state === 'working');
