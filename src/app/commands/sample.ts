import {
  eraseWith,
  installSamplePeople,
  removeSamplePeople,
  sampleSignIns,
} from '../../modules/accounts/index.ts';
import {
  installEventSample,
  installNewsSample,
  removeEventSample,
  removeNewsSample,
} from '../../modules/editorial/index.ts';
import { installSampleCourses, removeSampleCourses } from '../../modules/courses/index.ts';
import { removeSampleAttestations } from '../../modules/credentials/index.ts';
import { installSampleLists } from '../../modules/lists/index.ts';
import { installSampleReviews, removeSampleReviews } from '../../modules/reviews/index.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Command, PersonalData } from '../../platform/module.ts';

/** The catalogue's `sample install|remove`, which brings and takes the sample's reviews, articles and people too. */
export function sampleWithPeople(command: Command, sources: () => readonly PersonalData[]): Command {
  return {
    ...command,
    summary: 'install or remove the sample listings, courses, reviews, articles, lists and people',
    async run(scene, given) {
      const { tools, db, actor, say } = scene;
      if (given.words[0] === 'remove') {
        await transact(db, (inner) => removeSampleReviews(inner, actor));
        await transact(db, removeSampleAttestations);
        const taught = await removeSampleCourses(tools);
        if (taught > 0) say(`${taught} sample courses taught here were removed.`);
      }
      const answer = await command.run(scene, given);
      if (given.words[0] === 'install') {
        await transact(db, (inner) => installSampleReviews(inner, actor));
        await installSamplePeople(tools, actor);
        await transact(db, (inner) => installSampleLists(inner, actor));
        await installSampleCourses(tools, actor);
        await installNewsSample(tools, actor);
        await transact(db, (inner) => installEventSample(inner, actor));
        const signIns = await sampleSignIns(tools);
        if (signIns.length > 0) say('Sample people, with passwords of this installation:');
        for (const line of signIns) say(`  ${line}`);
        return { ...answer, people: signIns.length };
      }
      await transact(db, removeEventSample);
      const articles = await removeNewsSample(tools);
      if (articles > 0) say(`${articles} sample articles were removed.`);
      const people = await removeSamplePeople(tools, eraseWith(actor, sources()));
      if (people > 0) say(`${people} sample people were removed.`);
      return { ...answer, people };
    },
  };
}
