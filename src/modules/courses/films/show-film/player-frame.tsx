import { type ComponentChildren, h } from 'preact';
import type { FilmScene } from './film-scene.ts';

interface PlayerFrameProps {
  readonly scene: FilmScene;
  /** What the place in the film is remembered by. */
  readonly place: string;
  /** The block of a film, whose player tells how it is watched. */
  readonly watched?: string;
  readonly children: ComponentChildren;
}

/** The element that the island takes hold of, wherever it appears. */
export function PlayerFrame({ scene, place, watched, children }: PlayerFrameProps) {
  const script = scene.assets.islands?.['film-player'];
  const watch = watched === undefined ? undefined : scene.watchAddress?.(watched);
  return h('film-player', { class: 'film', 'data-place': place, 'data-watch': watch }, [
    script !== undefined && <script type="module" src={script} />,
    children,
  ]);
}
