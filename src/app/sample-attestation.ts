import { samplePeople } from '../modules/accounts/index.ts';
import { publishedCourse, sampleCourses } from '../modules/courses/index.ts';
import { issueAttestation } from '../modules/credentials/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Db } from '../platform/db/database.ts';
import { dayOf } from '../platform/time/clock.ts';

/** As accounts bring her. */
const learner = { name: 'Lina Learner', address: 'learner@example.org' };

/**
 * An attestation of the sample learner's for a course of the sample: it says of itself that it is one, and goes with the
 * learner. Nothing happens without either.
 */
export async function installSampleAttestation(db: Db, actor: Actor): Promise<void> {
  const person = (await samplePeople(db)).find(({ address }) => address === learner.address);
  const [sample] = await sampleCourses(db);
  const course = sample && (await publishedCourse(db, sample.slug));
  if (!person || !course) return;
  const { about, rules, outline } = course;
  const units = outline.sections.flatMap((section) => section.units);
  const blocks = units.flatMap((unit) => unit.blocks);
  await issueAttestation(db, actor, {
    subject: `sample:${course.id}`,
    isSample: true,
    personId: person.id,
    personName: learner.name,
    courseId: course.id,
    courseTitle: about.title,
    courseLang: about.lang,
    providers: about.providers,
    ...(about.hours !== undefined && { hours: about.hours }),
    completedOn: dayOf(actor.now),
    done: {
      sections: outline.sections.map(({ title }) => title),
      units: units.length,
      questionSets: blocks.filter(({ type }) => type === 'questions').length,
      works: blocks.filter(({ type }) => type === 'assignment').length,
    },
    competencies: rules.competencies.map(({ title }) => title),
    identity: 'e-mail',
    version: course.versionNumber,
    coursePath: `/learn/${course.slug}`,
  });
}
