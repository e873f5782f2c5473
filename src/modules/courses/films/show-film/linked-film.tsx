import { LinkButton } from '../../../../platform/ui/button.tsx';
import { CourseCover } from '../../../../platform/ui/course-cover.tsx';
import type { ContentOf } from '../../content/blocks.ts';
import type { FilmPlayerProps } from './film-player.tsx';
import { partOf } from './film-part.ts';
import { PlayerFrame } from './player-frame.tsx';
import type { FilmScene } from './film-scene.ts';
import { type LinkedAddress, linkedAddress } from './linked-address.ts';
import { Chapters } from './player-tracks.tsx';
import { TranscriptPart } from './transcript-part.tsx';

export interface LinkedFilmProps extends FilmPlayerProps {
  readonly link: NonNullable<ContentOf<'video'>['link']>;
}

const siteNames = { youtube: 'YouTube', vimeo: 'Vimeo', peertube: 'PeerTube' } as const;

/**
 * A film of another site behind a picture of our own. The other site hears of nobody before they press the button;
 * without JavaScript there is only the link.
 */
export function LinkedFilm({ scene, blockId, title, film, link }: LinkedFilmProps) {
  const { t } = scene;
  const part = partOf(scene, blockId, film);
  const { start, end, at = start } = part;
  const address = linkedAddress(link, { start: at, end });
  const elsewhere = linkedAddress(link, { start: '{at}', end });
  const host = URL.canParse(link.url) ? new URL(link.url).hostname : link.url;
  const site = link.site === 'other' ? host : siteNames[link.site];
  return (
    <PlayerFrame scene={scene} blockId={blockId} place={host} part={part} isWatched>
      <div class="film-outside" {...loadable(address, elsewhere)} data-title={title || site}>
        <Picture scene={scene} blockId={blockId} poster={film.poster} />
        <div class="film-outside-ask">
          {address.kind !== 'page' && (
            <button class="btn first" type="button" data-load hidden>
              {t('courses.player.load', { site })}
            </button>
          )}
          <LinkButton href={link.url} outside>
            {t('courses.player.open', { site })}
          </LinkButton>
        </div>
      </div>
      <p class="small soft">{t('courses.player.outside', { site })}</p>
      <Chapters t={t} tracks={film.tracks} part={part} />
      <TranscriptPart scene={scene} blockId={blockId} tracks={film.tracks} part={part} />
    </PlayerFrame>
  );
}

/** What the island loads: from where it begins, and from any second of it. */
const loadable = (address: LinkedAddress, elsewhere: LinkedAddress) =>
  address.kind === 'page' || elsewhere.kind === 'page'
    ? {}
    : { 'data-src': address.src, 'data-src-at': elsewhere.src, 'data-kind': address.kind };

interface PictureProps {
  readonly scene: FilmScene;
  readonly blockId: string;
  readonly poster: string | undefined;
}

function Picture({ scene, blockId, poster }: PictureProps) {
  const file = poster === undefined ? undefined : scene.fileOf(poster);
  if (!file) return <CourseCover seed={blockId} hue={200} />;
  return <img class="cover" src={scene.addressOf(file)} alt="" loading="lazy" />;
}
