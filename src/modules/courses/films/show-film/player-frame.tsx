import { type ComponentChildren, h } from 'preact';
import type { FilmScene } from './film-scene.ts';

interface PlayerFrameProps {
  readonly scene: FilmScene;
  /** What the place in the film is remembered by. */
  readonly place: string;
  readonly children: ComponentChildren;
}

/** The element that the island takes hold of, wherever it appears. */
export function PlayerFrame({ scene, place, children }: PlayerFrameProps) {
  const script = scene.assets.islands?.['film-player'];
  return h('film-player', { class: 'film', 'data-place': place }, [
    script !== undefined && <script type="module" src={script} />,
    children,
  ]);
}
