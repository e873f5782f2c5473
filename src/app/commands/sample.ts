import {
  eraseWith,
  installSamplePeople,
  removeSamplePeople,
  sampleSignIns,
} from '../../modules/accounts/index.ts';
import type { Command, PersonalData } from '../../platform/module.ts';

/** The catalogue's `sample install|remove`, which brings and takes the sample's people too. */
export function sampleWithPeople(command: Command, sources: () => readonly PersonalData[]): Command {
  return {
    ...command,
    summary: 'install or remove the sample listings and the sample people',
    async run(scene, given) {
      const answer = await command.run(scene, given);
      const { tools, actor, say } = scene;
      if (given.words[0] === 'install') {
        await installSamplePeople(tools, actor);
        const signIns = await sampleSignIns(tools);
        if (signIns.length > 0) say('Sample people, with passwords of this installation:');
        for (const line of signIns) say(`  ${line}`);
        return { ...answer, people: signIns.length };
      }
      const people = await removeSamplePeople(tools, eraseWith(actor, sources()));
      if (people > 0) say(`${people} sample people were removed.`);
      return { ...answer, people };
    },
  };
}
