import { systemActor, type Actor } from '../../../platform/actor.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testClock, testTools } from '../../../platform/testing/web.ts';
import { createPerson } from '../../accounts/index.ts';
import type { Bank, ContentOf } from '../../courses/index.ts';
import { blockContent, createCourse, smallCourse } from '../../courses/testing/for-modules-above.ts';

/** A set of questions out of what a test says of it. */
export function setOf(questions: readonly object[], rules: object = {}): ContentOf<'questions'> {
  const asked = questions.map((question, at) => ({
    id: `q${at + 1}`,
    prompt: `<p>Question ${at + 1}</p>`,
    ...question,
  }));
  return blockContent.parse({ type: 'questions', questions: asked, rules }) as ContentOf<'questions'>;
}

/** A question whose right answer is `yes`. */
export const yesNo = {
  type: 'single',
  choices: [
    { id: 'yes', text: 'Yes', right: true, feedback: 'Indeed.' },
    { id: 'no', text: 'No', feedback: 'Think again.' },
  ],
};

/** A database with a course in it, and people who take it; call it once a test file. */
export async function assessmentStage() {
  const database = await testDatabase();
  const clock = testClock();
  const tools = testTools(database, { messages: [], clock });
  const { db } = database;
  const system = () => systemActor('test', clock.now(), tools.ids);
  const course = await createCourse(db, system(), { content: smallCourse() });
  let people = 0;
  return {
    db,
    clock,
    tools,
    course,
    system,
    /** Somebody who takes the course, with the id of their enrolment. */
    async learner() {
      people += 1;
      const person = {
        name: `Learner ${people}`,
        address: `learner${people}@example.org`,
        lang: 'en' as const,
      };
      const id = await createPerson(db, system(), { ...person, password: 'seven green kayaks', roles: [] });
      if (id === undefined) throw new Error('this address has an account already');
      const actor = (): Actor => ({
        kind: 'person',
        id,
        name: person.name,
        roles: [],
        lang: 'en',
        now: clock.now(),
        ids: tools.ids,
      });
      return { id, takerId: tools.ids.next(), actor };
    },
  };
}

export type Stage = Awaited<ReturnType<typeof assessmentStage>>;
export type Learner = Awaited<ReturnType<Stage['learner']>>;

export interface Asked {
  readonly content: ContentOf<'questions'>;
  readonly banks?: readonly Bank[];
  readonly blockId?: string;
}
