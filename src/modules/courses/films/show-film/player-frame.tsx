import { type ComponentChildren, h } from 'preact';
import type { FilmPart } from './film-part.ts';
import type { FilmScene } from './film-scene.ts';

interface PlayerFrameProps {
  readonly scene: FilmScene;
  readonly blockId: string;
  /** Which film it is: the place where one stopped is remembered by block and film. */
  readonly place: string;
  readonly part: FilmPart;
  /** Whether its player tells how it is watched: films do, recordings do not. */
  readonly isWatched?: boolean;
  readonly children: ComponentChildren;
}

/** The element that the island takes hold of, wherever it appears. */
export function PlayerFrame({ scene, blockId, place, part, isWatched, children }: PlayerFrameProps) {
  const script = scene.assets.islands?.['film-player'];
  const attributes = {
    'data-place': `${blockId}:${place}`,
    'data-block': blockId,
    'data-start': part.start,
    'data-end': part.end,
    'data-at': part.at,
    'data-watch': isWatched ? scene.watchAddress?.(blockId) : undefined,
  };
  return h('film-player', { class: 'film', ...attributes }, [
    script !== undefined && <script type="module" src={script} />,
    children,
  ]);
}
