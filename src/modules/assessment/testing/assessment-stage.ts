import { type Actor, type Role, systemActor } from '../../../platform/actor.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import { type ContentOf, type CourseContent, coursesModule } from '../../courses/index.ts';
import {
  blockContent,
  createCourse,
  publishCourse,
  smallCourse,
} from '../../courses/testing/for-modules-above.ts';
import { assessment } from '../index.ts';

/** A set of questions out of what a test says of it. */
export function setOf(questions: readonly object[], rules: object = {}): ContentOf<'questions'> {
  const asked = questions.map((question, at) => ({
    id: `q${at + 1}`,
    prompt: `<p>Question ${at + 1}</p>`,
    ...question,
  }));
  return blockContent.parse({ type: 'questions', questions: asked, rules }) as ContentOf<'questions'>;
}

/** An assignment out of what a test says of it. */
export const assignmentOf = (more: object = {}): ContentOf<'assignment'> =>
  blockContent.parse({ type: 'assignment', task: '<p>Plan a bed.</p>', ...more }) as ContentOf<'assignment'>;

/** A question whose right answer is `yes`. */
export const yesNo = {
  type: 'single',
  choices: [
    { id: 'yes', text: 'Yes', right: true, feedback: 'Indeed.' },
    { id: 'no', text: 'No', feedback: 'Think again.' },
  ],
};

const password = 'seven green kayaks';

/** A published course, and people who take or teach it; call it once a test file. */
export async function assessmentStage(content: CourseContent = smallCourse()) {
  const database = await testDatabase();
  const clock = testClock();
  const modules = [accountsModule(() => ({ personalData: [], entries: [] })), coursesModule(), assessment];
  const tools = testTools(database, { messages: modules.map((module) => module.messages), clock });
  const app = testApp(
    tools,
    (each) => {
      for (const module of modules) module.routes?.(each);
    },
    findActor,
  );
  const { db } = database;
  const system = () => systemActor('test', clock.now(), tools.ids);
  let people = 0;
  const person = async (name: string, roles: Role[] = []) => {
    people += 1;
    const address = `person${people}@example.org`;
    const id = await createPerson(db, system(), { name, address, password, lang: 'en', roles });
    if (id === undefined) throw new Error(`${address} has an account already`);
    const actor = (): Actor => ({ ...system(), kind: 'person', id, name, roles });
    const browser = new TestBrowser(app, `198.51.100.${people % 250}`);
    return {
      id,
      takerId: tools.ids.next(),
      actor,
      browser,
      signIn: () => browser.post('/en/sign-in', { address, password }),
    };
  };
  const owner = await person('Odile', ['author']);
  const course = await createCourse(db, system(), { content, ownerId: owner.id });
  await publishCourse(db, system(), { courseId: course.id });
  return {
    db,
    clock,
    tools,
    app,
    course,
    system,
    owner,
    person,
    learner: () => person(`Learner ${people + 1}`),
  };
}

export type Stage = Awaited<ReturnType<typeof assessmentStage>>;
export type Person = Awaited<ReturnType<Stage['person']>>;
