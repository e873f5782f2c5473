import type { CaptionTrack } from '../../content/media.ts';
import { sayTime } from '../captions/cue-time.ts';
import type { FilmPart } from './film-part.ts';
import type { FilmScene } from './film-scene.ts';
import { transcriptOf, type TranscriptParagraph } from './transcript.ts';

export interface TranscriptPartProps {
  readonly scene: FilmScene;
  readonly blockId: string;
  readonly tracks: readonly CaptionTrack[];
  /** What of the film is shown: of the rest nothing is read here. */
  readonly part: FilmPart;
}

const isSpoken = (track: CaptionTrack): boolean => track.kind === 'captions' || track.kind === 'subtitles';

/** The track whose text stands on the page: in the reader's language, else the first. */
export const trackToRead = (tracks: readonly CaptionTrack[], lang: string): CaptionTrack | undefined =>
  tracks.find((track) => isSpoken(track) && track.lang.slice(0, 2) === lang.slice(0, 2)) ??
  tracks.find(isSpoken);

/** What is said, below the film: a text of its own, which the player's island makes follow what is heard. */
export function TranscriptPart({ scene, blockId, tracks, part }: TranscriptPartProps) {
  const { t } = scene;
  const shown = trackToRead(tracks, t.lang);
  if (!shown) return null;
  const others = tracks.flatMap((track, at) => (track !== shown && isSpoken(track) ? [{ track, at }] : []));
  const at = tracks.indexOf(shown);
  return (
    <details class="transcript" open>
      <summary>{t('courses.player.transcript', { language: t.languageName(shown.lang) })}</summary>
      <div class="transcript-tools" data-tools hidden>
        <label>
          <span>{t('courses.player.search')}</span>
          <input class="input" type="search" data-search autocomplete="off" />
        </label>
        <p class="small soft" data-found={t('courses.player.found', { n: 0 })} aria-live="polite" />
      </div>
      <div
        class="transcript-text"
        lang={shown.lang}
        dir="auto"
        tabIndex={0}
        role="region"
        aria-label={t('courses.player.transcript', { language: t.languageName(shown.lang) })}
      >
        {transcriptOf(shown.vtt, part).map((paragraph) => (
          <Paragraph key={paragraph[0].start} paragraph={paragraph} />
        ))}
      </div>
      <p class="small transcript-links">
        <a href={scene.trackAddress(blockId, at, 'txt')}>{t('courses.player.as-text')}</a>
        {others.map(({ track, at }) => (
          <a key={at} href={scene.trackAddress(blockId, at, 'txt')} hreflang={track.lang}>
            {t.languageName(track.lang)}
          </a>
        ))}
      </p>
    </details>
  );
}

function Paragraph({ paragraph }: { readonly paragraph: TranscriptParagraph }) {
  return (
    <p>
      <span class="cue-at">{sayTime(paragraph[0].start)}</span>{' '}
      {paragraph.map((line) => (
        <span key={line.start} data-t={line.start / 1000}>
          {line.text}{' '}
        </span>
      ))}
    </p>
  );
}
