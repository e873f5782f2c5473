import type { Answering } from '../../answer-blocks/answering-in-unit.ts';
import type { ShowScene } from '../../../courses/index.ts';
import type { PackageScene } from './package-block.tsx';
import type { Tally } from '../../ledger/tally.ts';
import type { Standing } from '../../policy.ts';
import type { SentBack } from '../play-unit.route.tsx';

/** What blocks are shown with to whoever takes the course. */
export interface BlockScene extends ShowScene {
  /** What frames of packages need. */
  readonly packages: PackageScene;
  /** Address that a block's form is sent to: `action('b1', 'done')`. */
  readonly action: (blockId: string, deed: string) => string;
  readonly tally: Tally;
  readonly standing: Standing;
  /** Whether what is done now counts. */
  readonly counts: boolean;
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
