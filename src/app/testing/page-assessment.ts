import { systemActor } from '../../platform/actor.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/http/environment.ts';
import { handIn, submitSet, votePoll } from '../../modules/assessment/index.ts';
import {
  blockContent,
  courseContent,
  createCourse,
  publishCourse,
} from '../../modules/courses/testing/for-modules-above.ts';
import type { Places } from '../page-budgets.ts';

/** A course of so many questions, which the person answered, as many polls, and as many pieces of work that wait for a teacher. */
export async function askQuestions(
  tools: Tools,
  personId: string,
  count: number,
): Promise<Pick<Places, 'asked' | 'waitingWork'>> {
  const actor = systemActor('test', tools.clock.now(), tools.ids);
  const person = { ...actor, kind: 'person', id: personId, name: 'Awa', roles: [] } as const;
  return transact(tools.database.db, async (db) => {
    const made = await createCourse(db, actor, { content: courseOf(count) });
    await publishCourse(db, actor, { courseId: made.id });
    const at = { takerId: tools.ids.next(), courseId: made.id };
    const form = new URLSearchParams({ submission: 'page', attempt: '1', do: 'check' });
    for (const { id } of questionsOf(count)) {
      form.append('asked', id);
      form.append(`a:${id}`, 'no');
    }
    const content = blockContent.parse(setOf(count));
    if (content.type === 'questions')
      await submitSet(db, person, { ...at, blockId: 'set', content, banks: [], form });
    const task = blockContent.parse(assignment);
    let waitingWork = '';
    for (let each = 0; each < count && task.type === 'assignment'; each += 1) {
      const fields = new URLSearchParams({ submission: `work-${each}`, text: 'Un plan en trois temps.' });
      const taker = { takerId: tools.ids.next(), courseId: made.id, blockId: 'task' };
      const { workId } = await handIn(db, person, { ...taker, content: task, form: fields });
      waitingWork ||= workId;
    }
    const asked = blockContent.parse(poll);
    for (let voter = 0; voter < 5 && asked.type === 'poll'; voter += 1) {
      const vote = { takerId: tools.ids.next(), courseId: made.id, content: asked };
      const chosen = new URLSearchParams({ 'a:poll': 'yes' });
      for (const { id: blockId } of pollsOf(count))
        await votePoll(db, person, { ...vote, blockId, form: chosen });
    }
    return { asked: made.id, waitingWork };
  });
}

const questionsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `q${at + 1}`,
    type: 'single',
    prompt: `<p>Question ${at + 1} : par où commence une réunion ?</p>`,
    choices: [
      { id: 'yes', text: 'Par son but', right: true },
      { id: 'no', text: 'Par le café' },
    ],
  }));

const setOf = (count: number) => ({ type: 'questions', questions: questionsOf(count) });
const assignment = { type: 'assignment', task: '<p>Préparez une réunion.</p>', takes: 'text' };

const poll = {
  type: 'poll',
  question: '<p>Votre dernière réunion était-elle utile ?</p>',
  options: [
    { id: 'yes', text: 'Oui' },
    { id: 'no', text: 'Non' },
  ],
};
const pollsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `poll${at + 1}`, content: poll }));

const courseOf = (count: number) =>
  courseContent.parse({
    about: { title: 'Réunions utiles', lang: 'fr' },
    sections: [
      {
        id: 's1',
        title: 'Avant',
        units: [
          {
            id: 'u1',
            title: 'Préparer',
            blocks: [
              { id: 'set', content: setOf(count) },
              { id: 'task', content: assignment },
              ...pollsOf(count),
            ],
          },
        ],
      },
    ],
  });
