import type { ShownFile, TextScene } from '../../../platform/course-text/render-course-text.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { FilmScene } from '../films/show-film/film-scene.ts';

/** A file of the course, as a link or a player needs it. */
export interface CourseFile extends ShownFile {
  readonly name: string;
  /** "video/mp4" */
  readonly type: string;
  readonly bytes: number;
}

/** What blocks are shown with, to whomever. */
export interface ShowScene {
  readonly t: Translator;
  /** BCP 47 tag of the course's texts. */
  readonly lang: string;
  /** How texts of the course find their files and units. */
  readonly text: TextScene;
  readonly fileOf: (id: string) => CourseFile | undefined;
  /** What players of films need. */
  readonly films: FilmScene;
  /** Pictures and films become links. */
  readonly textOnly?: boolean | undefined;
}
