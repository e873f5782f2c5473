import { Facts } from '../../../../platform/ui/facts.tsx';
import { sayTime } from '../captions/cue-time.ts';
import { sayBytes } from '../show-film/say-bytes.ts';
import type { FilmScene } from '../show-film/film-scene.ts';
import { posterOf } from '../show-film/film-sources.ts';
import { Progress } from '../../../../platform/ui/progress.tsx';
import { FilmChip, troubleText } from './film-chip.tsx';
import type { ListedFilm } from './films.queries.ts';
import { PlaceForm, RetryForm } from './film-forms.tsx';
import type { FilmsPageProps } from './films.page.tsx';

export interface FilmLineProps {
  readonly page: FilmsPageProps;
  readonly listed: ListedFilm;
}

/** A film on the list: what it is, how far it is, where it stands, in which languages one can read it. */
export function FilmLine({ page, listed }: FilmLineProps) {
  const { scene, to } = page;
  const { t } = scene;
  const { file, film, block } = listed;
  const name = block?.title || file?.name || block?.link?.url || '';
  return (
    <li class="film-line" id={block?.id ?? file?.id}>
      <Thumb scene={scene} listed={listed} />
      <div class="film-line-text">
        <h2>
          {block ? (
            <a href={to(`/${block.id}`)}>
              <bdi>{name}</bdi>
            </a>
          ) : (
            <bdi>{name}</bdi>
          )}
        </h2>
        <Facts items={factsOf(page, listed)} />
        <p class="row">
          {file ? <FilmChip t={t} film={film} /> : <span class="soft">{t('courses.films.elsewhere')}</span>}
          <span class="soft small">{captionsSaid(page, listed)}</span>
        </p>
        {film?.state === 'working' && (
          <Progress
            t={t}
            label={t('courses.films.progress')}
            value={Math.round(film.progress * 100)}
            max={100}
          />
        )}
        {film?.state === 'failed' && (
          <>
            <p>{troubleText(t, film.trouble)}</p>
            {page.mayEdit && file && <RetryForm t={t} action={to(`/retry/${file.id}`)} />}
          </>
        )}
        {!block && file && page.mayEdit && <PlaceForm page={page} fileId={file.id} name={name} />}
      </div>
    </li>
  );
}

function Thumb({ scene, listed: { file } }: { readonly scene: FilmScene; readonly listed: ListedFilm }) {
  const poster = file && posterOf(file);
  return (
    <span class="film-thumb" aria-hidden="true">
      {file && poster && (
        <img
          src={scene.addressOf(file, poster.name)}
          alt=""
          width={poster.width}
          height={poster.height}
          loading="lazy"
        />
      )}
    </span>
  );
}

function factsOf({ scene: { t } }: FilmsPageProps, { file, film, block }: ListedFilm): string[] {
  return [
    ...(block ? [t('courses.films.in-unit', { unit: block.unit })] : [t('courses.films.in-none')]),
    ...(film?.facts ? [sayTime(film.facts.duration * 1000)] : []),
    ...(file ? [sayBytes(t, file.bytes)] : []),
    ...(block?.link && URL.canParse(block.link.url) ? [new URL(block.link.url).hostname] : []),
  ];
}

function captionsSaid({ scene: { t } }: FilmsPageProps, { block }: ListedFilm): string {
  if (!block) return '';
  const langs = block.tracks
    .filter(({ kind }) => kind !== 'chapters')
    .map(({ lang }) => t.languageName(lang));
  return langs.length > 0
    ? t('courses.films.captions-in', { languages: t.list(langs) })
    : t('courses.films.no-captions');
}
