import type { Translator } from '../../../../platform/i18n/translator.ts';
import type { CaptionTrack } from '../../content/media.ts';
import { plainCue } from '../captions/cue-text.ts';
import { sayTime } from '../captions/cue-time.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { type FilmPart, isInPart } from './film-part.ts';
import type { FilmScene } from './film-scene.ts';

export interface CaptionTracksProps {
  readonly scene: FilmScene;
  readonly blockId: string;
  readonly tracks: readonly CaptionTrack[];
}

/** The tracks for the browser's own menu; switched on where they are in the reader's language. */
export function CaptionTracks({ scene, blockId, tracks }: CaptionTracksProps) {
  const { t } = scene;
  const own = tracks.findIndex(
    ({ kind, lang }) => kind !== 'chapters' && kind !== 'descriptions' && lang.slice(0, 2) === t.lang,
  );
  return (
    <>
      {tracks.map((track, at) => (
        <track
          key={at}
          kind={track.kind}
          srclang={track.lang}
          label={t.languageName(track.lang)}
          src={scene.trackAddress(blockId, at, 'vtt')}
          default={at === own}
        />
      ))}
    </>
  );
}

/** The parts of a film by name; the island makes them places to jump to. */
export function Chapters({
  t,
  tracks,
  part,
}: {
  readonly t: Translator;
  readonly tracks: readonly CaptionTrack[];
  readonly part: FilmPart;
}) {
  const chapters = tracks.filter((track) => track.kind === 'chapters');
  const shown = chapters.find((track) => track.lang.slice(0, 2) === t.lang) ?? chapters[0];
  const cues = shown ? readCaptions(shown.vtt).cues.filter((cue) => isInPart(part, cue)) : [];
  if (!shown || cues.length === 0) return null;
  return (
    <ol class="film-chapters" aria-label={t('courses.player.chapters')} lang={shown.lang}>
      {cues.map((cue) => (
        <li key={cue.start}>
          <span class="cue-at" data-at={cue.start / 1000}>
            {sayTime(cue.start)}
          </span>{' '}
          <bdi>{plainCue(cue.text)}</bdi>
        </li>
      ))}
    </ol>
  );
}
