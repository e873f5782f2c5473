import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../platform/config/project-root.ts';
import { plainCue } from './cue-text.ts';
import { readCaptions } from './read-captions.ts';
import { writeSrt, writeVtt } from './write-captions.ts';

const folder = join(projectRoot(), '../shared/data/courses/captions');
const files = existsSync(folder) ? readdirSync(folder) : [];

describe.skipIf(files.length === 0)(
  'captions of real courses (skipped where ../shared/data is absent)',
  () => {
    it.each(files)('%s: every cue is read, and comes back from both formats', (name) => {
      const bytes = readFileSync(join(folder, name));
      const read = readCaptions(bytes);
      expect(read.cues).toHaveLength(bytes.toString().split('-->').length - 1);
      expect(read.problems).toEqual([]);
      expect(readCaptions(writeVtt(read)).cues).toEqual(read.cues);
      const asSrt = readCaptions(writeSrt(read)).cues;
      expect(asSrt.map((cue) => [cue.start, cue.end, plainCue(cue.text)])).toEqual(
        read.cues.map((cue) => [cue.start, cue.end, plainCue(cue.text)]),
      );
    });

    it('reads Japanese as it is written', () => {
      const read = readCaptions(readFileSync(join(folder, 'texttrack-jpn.vtt')));
      expect(read.cues[0]?.text).toMatch(/^これは Big Buck Bunny/);
    });
  },
);
