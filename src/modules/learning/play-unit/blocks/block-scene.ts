import type { ShownFile, TextScene } from '../../../../platform/course-text/render-course-text.ts';
import type { Translator } from '../../../../platform/i18n/translator.ts';
import type { Answering } from '../../answer-blocks/answering-in-unit.ts';
import type { FilmScene } from '../../../courses/index.ts';
import type { PackageScene } from './package-block.tsx';
import type { Tally } from '../../ledger/tally.ts';
import type { Standing } from '../../policy.ts';
import type { SentBack } from '../play-unit.route.tsx';

/** A file of the course, as a link or a player needs it. */
export interface CourseFile extends ShownFile {
  readonly name: string;
  /** "video/mp4" */
  readonly type: string;
  readonly bytes: number;
}

/** What blocks are shown with. */
export interface BlockScene {
  readonly t: Translator;
  /** BCP 47 tag of the course's texts. */
  readonly lang: string;
  /** How texts of the course find their files and units. */
  readonly text: TextScene;
  readonly fileOf: (id: string) => CourseFile | undefined;
  /** What frames of packages need. */
  readonly packages: PackageScene;
  /** What players of films need. */
  readonly films: FilmScene;
  /** Address that a block's form is sent to: `action('b1', 'done')`. */
  readonly action: (blockId: string, deed: string) => string;
  readonly tally: Tally;
  readonly standing: Standing;
  /** Whether what is done now counts. */
  readonly counts: boolean;
  /** Pictures and films become links. */
  readonly textOnly: boolean;
  /** IANA zone of the run. */
  readonly zone: string | undefined;
  /** Whether marks are told in points. */
  readonly points: boolean;
  /** Fresh ids, for forms. */
  readonly newId: () => string;
  /** Sets of questions, polls and work as they stand now. */
  readonly answering: Answering;
  /** Address of a file that somebody handed in. */
  readonly workFile: (workId: string, place: number) => string;
  /** What was sent of a block and came back. */
  readonly back: SentBack | undefined;
}
