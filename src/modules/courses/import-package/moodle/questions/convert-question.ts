import { xmlSource } from '../../../../../platform/xml/xml-tree.ts';
import { lineOf } from '../../reading/course-lines.ts';
import { questionOr, type ReadQuestion } from '../../reading/question-set.ts';
import { calculatedQuestion } from './calculated-question.ts';
import { choiceQuestion, trueOrFalse } from './choice-question.ts';
import { clozeQuestion } from './cloze-question.ts';
import { dragPicture, gapsFromChoices, markersQuestion } from './drag-question.ts';
import type { MoodleQuestion } from './moodle-question.ts';
import {
  frameOf,
  partOf,
  type QuestionInput,
  type QuestionScene,
  textAtItem,
  wordsOf,
} from './question-scene.ts';
import { numericalQuestion, shortAnswer } from './typed-question.ts';

/** A question of Moodle as the course holds it; kinds without counterpart are kept as source. */
export function moodleQuestion(
  question: MoodleQuestion,
  number: number,
  scene: Omit<QuestionScene, 'label'>,
): ReadQuestion {
  const label = lineOf(`${number}. ${question.name}`, String(number), 120);
  const kept = { label, format: `moodle:${question.qtype}`.slice(0, 100), source: xmlSource(question.node) };
  const within = { ...scene, label };
  if (question.qtype === 'description')
    return { kind: 'text', text: textAtItem(question.html, question.id, within) };
  const asked = byType[question.qtype]?.(question, within);
  return asked === undefined ? { kind: 'kept', reason: 'question-kept', ...kept } : questionOr(asked, kept);
}

type Convert = (question: MoodleQuestion, scene: QuestionScene) => QuestionInput | undefined;

const byType: Readonly<Record<string, Convert>> = {
  multichoice: choiceQuestion,
  multichoiceset: choiceQuestion,
  truefalse: trueOrFalse,
  shortanswer: shortAnswer,
  pmatch: () => undefined,
  numerical: numericalQuestion,
  calculated: calculatedQuestion,
  calculatedsimple: calculatedQuestion,
  match: matchQuestion,
  ddmatch: matchQuestion,
  ordering: orderingQuestion,
  order: orderingQuestion,
  essay: essayQuestion,
  multianswer: clozeQuestion,
  gapselect: (question, scene) => gapsFromChoices(question, scene),
  ddwtos: (question, scene) => gapsFromChoices(question, scene),
  ddimageortext: dragPicture,
  ddmarker: markersQuestion,
};

/** Pairs; an answer without a question is one more target. */
function matchQuestion(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  const frame = frameOf(question, scene);
  const answers = [...new Set(question.pairs.map(({ answer }) => answer))].filter((answer) => answer !== '');
  const targets = answers.map((answer, n) => ({
    id: partOf(scene, frame.id, `t${n + 1}`),
    answer,
    text: textAtItem(answer, question.id, scene),
  }));
  const asked = question.pairs.filter(({ html }) => wordsOf(html) !== '' || /<img/i.test(html));
  if (asked.length === 0 || targets.length === 0) return undefined;
  const sources = asked.map(({ html, answer }, n) => {
    const target = targets.find((each) => each.answer === answer)?.id;
    const id = partOf(scene, frame.id, `s${n + 1}`);
    return { id, text: textAtItem(html, question.id, scene), ...(target !== undefined && { target }) };
  });
  return {
    ...frame,
    type: 'match',
    sources,
    targets: targets.map(({ id, text }) => ({ id, text })),
    shuffle: question.shuffle || scene.shuffle,
  };
}

/** Things to order: their places are written where other questions write the share of the points. */
function orderingQuestion(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  if (question.answers.length < 2) return undefined;
  const frame = frameOf(question, scene);
  const inOrder = question.answers.toSorted((a, b) => a.fraction - b.fraction);
  const items = inOrder.map(({ id, html }, n) => ({
    id: partOf(scene, frame.id, String(n + 1)),
    text: textAtItem(html, id, scene),
  }));
  return { ...frame, type: 'order', items };
}

function essayQuestion(question: MoodleQuestion, scene: QuestionScene): QuestionInput {
  const frame = frameOf(question, scene);
  if (question.takes === 'noinline' && question.attachments !== 0)
    return {
      ...frame,
      type: 'file',
      mostFiles: question.attachments > 0 ? Math.min(10, question.attachments) : 10,
    };
  if (question.attachments !== 0) scene.texts(question.id).book.lost('question-attachments', scene.label);
  return {
    ...frame,
    type: 'essay',
    ...(question.mostWords > 0 && { mostWords: Math.round(question.mostWords) }),
  };
}
