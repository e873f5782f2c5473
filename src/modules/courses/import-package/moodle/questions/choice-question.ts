import { courseWord } from '../../reading/course-words.ts';
import type { MoodleQuestion } from './moodle-question.ts';
import { frameOf, partOf, type QuestionInput, type QuestionScene, textAtItem } from './question-scene.ts';

/** One or several of several. */
export function choiceQuestion(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  if (question.answers.length === 0) return undefined;
  const { book } = scene.texts(question.id);
  const best = Math.max(...question.answers.map(({ fraction }) => fraction));
  const right = question.answers.map(({ fraction }) =>
    question.single ? best > 0 && fraction === best : fraction > 0,
  );
  const wrong = question.answers.filter((_, n) => right[n] === false);
  if (question.single && wrong.some(({ fraction }) => fraction > 0))
    book.lost('question-partial-credit', scene.label);
  if (wrong.some(({ fraction }) => fraction < 0) && question.single)
    book.lost('question-penalty', scene.label);
  const frame = frameOf(question, scene);
  const choices = question.answers.map((answer, n) => {
    const feedback = textAtItem(answer.feedback, answer.id, scene);
    return {
      id: partOf(scene, frame.id, answer.id || String(n + 1)),
      text: textAtItem(answer.html, answer.id, scene),
      right: right[n] ?? false,
      ...(feedback !== '' && { feedback }),
    };
  });
  const shuffle = question.shuffle && scene.shuffle;
  if (question.single) return { ...frame, type: 'single', choices, shuffle };
  // Moodle gives each right choice its share, and takes the share of a wrong one away
  book.tell('question-credit-by-choice', scene.label);
  return { ...frame, type: 'multiple', choices, shuffle, credit: 'each' };
}

export function trueOrFalse(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  if (question.answers.length !== 2) return undefined;
  const frame = frameOf(question, scene);
  const choices = question.answers.map(({ id, plain, fraction, feedback }, n) => {
    const said = textAtItem(feedback, id, scene);
    // exports write the words of the program, not those that learners saw
    const text =
      plain === 'true'
        ? courseWord(scene.lang, 'true')
        : plain === 'false'
          ? courseWord(scene.lang, 'false')
          : plain;
    return {
      id: partOf(scene, frame.id, String(n + 1)),
      text,
      right: fraction > 0,
      ...(said !== '' && { feedback: said }),
    };
  });
  return { ...frame, type: 'single', choices };
}
