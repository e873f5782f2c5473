import { type Command, CommandFailed } from '../../../platform/module.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { refreshCounts } from '../search-courses/refresh-counts.ts';
import { installSample, removeSample } from './install-sample.ts';

/** `sample install` and `sample remove`. */
export const sampleCommand: Command = {
  name: 'sample',
  usage: 'install|remove',
  summary: 'install or remove the sample listings',
  options: {},
  async run(scene, { words }) {
    if (words[0] === 'install') {
      const counts = await installSample(scene.db, scene.actor, dayOf(scene.tools.clock.now()));
      scene.say(
        `${counts.courses} sample courses on ${counts.platforms} sample platforms are in the catalogue.`,
      );
      return { ok: true, ...counts };
    }
    if (words[0] === 'remove') {
      const removed = await removeSample(scene.db);
      // lists count what stands ready: without this they would go on counting what is gone until the night
      if (removed > 0) await refreshCounts(scene.db, scene.tools.clock.now());
      scene.say(
        removed === 0
          ? 'There was no sample to remove.'
          : `${removed} sample courses were removed; yours are untouched.`,
      );
      return { ok: true, removed };
    }
    throw new CommandFailed('say "sample install" or "sample remove"');
  },
};
