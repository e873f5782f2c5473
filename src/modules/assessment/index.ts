import type { Module } from '../../platform/module.ts';
import { assessmentMessages } from './messages/index.ts';

export type { LearnerForm } from './ask-questions/read-answer.ts';
export { readSet } from './ask-questions/read-set.ts';
export type { Extensions, QuestionState, SetScene, SetState } from './ask-questions/set-state.ts';
export { typedState } from './ask-questions/typed-state.ts';
export type { QuestionsScene } from './show-questions/field-scene.ts';
export { QuestionSet, type QuestionSetProps } from './show-questions/question-set.tsx';
export { questionId } from './show-questions/question-view.tsx';
export { startAgain, startAttempt } from './take-attempt/start-attempt.ts';
export { type QuestionResult, type SetResult, submitSet } from './take-attempt/submit-set.ts';

export const assessment: Module = {
  name: 'assessment',
  messages: assessmentMessages,
};
