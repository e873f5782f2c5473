import { courseWord } from '../../reading/course-words.ts';
import { shareOf } from '../../reading/choice-share.ts';
import type { MoodleQuestion } from './moodle-question.ts';
import { frameOf, partOf, type QuestionInput, type QuestionScene, textAtItem } from './question-scene.ts';

/** One or several of several. */
export function choiceQuestion(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  if (question.answers.length === 0) return undefined;
  const best = Math.max(...question.answers.map(({ fraction }) => fraction));
  const right = question.answers.map(({ fraction }) =>
    question.single ? best > 0 && fraction === best : fraction > 0,
  );
  const usual = question.single ? 1 : 1 / Math.max(1, right.filter(Boolean).length);
  const frame = frameOf(question, scene);
  const choices = question.answers.map((answer, n) => {
    const feedback = textAtItem(answer.feedback, answer.id, scene);
    return {
      id: partOf(scene, frame.id, answer.id || String(n + 1)),
      text: textAtItem(answer.html, answer.id, scene),
      ...shareOf(right[n] ?? false, answer.fraction, usual),
      ...(feedback !== '' && { feedback }),
    };
  });
  const shuffle = question.shuffle && scene.shuffle;
  if (question.single) return { ...frame, type: 'single', choices, shuffle };
  // "all or nothing" is a kind of its own in Moodle; elsewhere shares are added and taken away, down to nothing
  const credit = question.qtype === 'multichoiceset' ? 'all' : 'shares';
  return { ...frame, type: 'multiple', choices, shuffle, credit };
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
