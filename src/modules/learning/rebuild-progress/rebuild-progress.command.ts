import { type Command, CommandFailed } from '../../../platform/module.ts';
import { rebuildProgress } from './rebuild-progress.ts';

/** `passerelle rebuild-progress [--course SLUG]` */
export const rebuildProgressCommand: Command = {
  name: 'rebuild-progress',
  usage: '[--course SLUG]',
  summary: 'Compute the progress of learners anew from what they did.',
  options: { course: 'value' },
  async run({ db, actor, say, progress }, { options }) {
    const slug = typeof options['course'] === 'string' ? options['course'] : undefined;
    const rebuilt = await rebuildProgress(db, actor, {
      ...(slug !== undefined && { slug }),
      onPage: (enrolments) => progress(`${enrolments} enrolments`),
    });
    if (slug !== undefined && rebuilt.courses === 0)
      throw new CommandFailed(`Nobody is enrolled in a course at /learn/${slug}.`);
    say(
      `${rebuilt.enrolments} enrolments in ${rebuilt.courses} courses, ${rebuilt.changed} of them kept something else`,
    );
    return { ...rebuilt };
  },
};
