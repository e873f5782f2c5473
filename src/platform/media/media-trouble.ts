/**
 * absent: the programs are not installed. broken: no film, or damaged beyond reading. too-long, too-large: more than we
 * take. timed-out: it took longer than its limit. stopped: the worker was asked to stop. failed: anything else.
 */
export type MediaTroubleCode =
  'absent' | 'broken' | 'empty' | 'too-long' | 'too-large' | 'timed-out' | 'stopped' | 'failed';

/** Something could not be done with a film; `detail` is the program's own last words, for operators. */
export class MediaTrouble extends Error {
  override name = 'MediaTrouble';
  readonly code: MediaTroubleCode;
  readonly detail: string;

  constructor(code: MediaTroubleCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
