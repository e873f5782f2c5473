import type { ContentOf } from '../../content/blocks.ts';
import { Notice } from '../../../../platform/ui/notice.tsx';
import type { FilmFile, FilmScene } from './film-scene.ts';
import { browsersPlay, filmSources, posterOf } from './film-sources.ts';
import { fragmentOf, partOf } from './film-part.ts';
import { LinkedFilm } from './linked-film.tsx';
import { PlayerFrame } from './player-frame.tsx';
import { Downloads, ListenOnly, PlayerTools } from './player-tools.tsx';
import { CaptionTracks, Chapters } from './player-tracks.tsx';
import { TranscriptPart } from './transcript-part.tsx';

export interface FilmPlayerProps {
  readonly scene: FilmScene;
  /** Lasting id of the block; what the browser remembers is kept under it. */
  readonly blockId: string;
  /** What the film is about, for screen readers; empty where nothing says it. */
  readonly title: string;
  readonly film: ContentOf<'video'>;
}

/**
 * A film with its captions, its transcript, its sizes and its downloads. All of it works without JavaScript: the browser's
 * own controls, the transcript as text, sizes as links. The island adds speed, quality, a transcript that follows and
 * can be searched, and keeps the place in this browser. A film of another site is loaded only when somebody asks for it;
 * the page must be allowed to (`allowOutside(c, outsideOrigins(contents))`).
 */
export function FilmPlayer(props: FilmPlayerProps) {
  const { scene, film } = props;
  const file = film.file === undefined ? undefined : scene.fileOf(film.file);
  if (file) return <OwnFilm {...props} file={file} />;
  if (film.link) return <LinkedFilm {...props} link={film.link} />;
  return <Notice tone="soon">{scene.t('courses.player.missing')}</Notice>;
}

function OwnFilm({ scene, blockId, title, film, file }: FilmPlayerProps & { readonly file: FilmFile }) {
  const { t } = scene;
  const sources = filmSources(file, scene.saveData);
  const parts = { scene, file };
  const part = partOf(scene, blockId, film);
  return (
    <PlayerFrame scene={scene} blockId={blockId} place={file.id} part={part} isWatched>
      {sources.length > 0 ? (
        <OwnVideo scene={scene} blockId={blockId} title={title} film={film} file={file} />
      ) : (
        <NotYet scene={scene} file={file} />
      )}
      {file.renditions.length === 0 && sources.length > 0 && (
        <p class="small soft">{t('courses.player.as-it-came')}</p>
      )}
      {sources.length > 0 && <PlayerTools {...parts} />}
      <Chapters t={t} tracks={film.tracks} part={part} />
      <div class="film-folds">
        <ListenOnly {...parts} />
        {film.download && <Downloads {...parts} />}
      </div>
      <TranscriptPart scene={scene} blockId={blockId} tracks={film.tracks} part={part} />
    </PlayerFrame>
  );
}

function OwnVideo({ scene, blockId, title, film, file }: FilmPlayerProps & { readonly file: FilmFile }) {
  const part = partOf(scene, blockId, film);
  const fragment = fragmentOf(part);
  const poster = posterOf(file);
  const chosen = film.poster === undefined ? undefined : scene.fileOf(film.poster);
  const shape = file.renditions.find((each) => each.width && each.height);
  const address = chosen ? scene.addressOf(chosen) : poster && scene.addressOf(file, poster.name);
  return (
    <video
      controls
      playsInline
      preload={scene.saveData || (address && part.at === undefined) ? 'none' : 'metadata'}
      poster={address}
      width={shape?.width}
      height={shape?.height}
      aria-label={title || undefined}
    >
      {filmSources(file, scene.saveData).map(({ rendition, type, media }) => (
        <source
          key={rendition?.name ?? 'own'}
          src={scene.addressOf(file, rendition?.name) + fragment}
          type={type}
          media={media}
        />
      ))}
      <CaptionTracks scene={scene} blockId={blockId} tracks={film.tracks} />
      <a href={scene.addressOf(file)}>{file.name}</a>
    </video>
  );
}

/** A film that no browser plays as it came, and that is not made yet. */
function NotYet({ scene: { t, addressOf }, file }: { readonly scene: FilmScene; readonly file: FilmFile }) {
  return (
    <Notice tone="soon" title={t('courses.player.not-yet')}>
      <a href={addressOf(file)} download={file.name}>
        {t('courses.player.take-as-it-came')}
      </a>
    </Notice>
  );
}

export interface AudioPlayerProps {
  readonly scene: FilmScene;
  readonly blockId: string;
  readonly title: string;
  readonly audio: ContentOf<'audio'>;
}

/** A recording, with the transcript that its captions give, its download and its place kept. */
export function AudioPlayer({ scene, blockId, title, audio }: AudioPlayerProps) {
  const file = scene.fileOf(audio.file);
  const { t } = scene;
  if (!file) return <Notice tone="soon">{t('courses.player.missing')}</Notice>;
  const made = file.renditions.find((each) => each.type.startsWith('audio/'));
  const part = partOf(scene, blockId, {});
  const isPlayable = made !== undefined || browsersPlay(file.type);
  return (
    <PlayerFrame scene={scene} blockId={blockId} place={file.id} part={part}>
      {isPlayable ? (
        <audio
          controls
          preload="none"
          src={scene.addressOf(file, made?.name) + fragmentOf(part)}
          aria-label={title || undefined}
        >
          <a href={scene.addressOf(file)}>{file.name}</a>
        </audio>
      ) : (
        <NotYet scene={scene} file={file} />
      )}
      {isPlayable && <PlayerTools scene={scene} file={file} />}
      <div class="film-folds">
        <Downloads scene={scene} file={file} />
      </div>
      <TranscriptPart scene={scene} blockId={blockId} tracks={audio.tracks} part={part} />
    </PlayerFrame>
  );
}
