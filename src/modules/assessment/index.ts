import type { App } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { assessWorkRoutes } from './assess-work/assess-work.route.tsx';
import { assessmentData } from './forget-person/assessment-data.ts';
import { itemStatisticsRoutes } from './item-statistics/item-statistics.route.tsx';
import { removeFileJob } from './keep-files/remove-files.job.ts';
import { assessmentMessages } from './messages/index.ts';

export { readSets } from './ask-questions/read-set.ts';
export type { Extensions, SetScene, SetState } from './ask-questions/set-state.ts';
export { typedState } from './ask-questions/typed-state.ts';
export { workAssessed, type WorkAssessed } from './events.ts';
export { assessOwnWork, handIn, readWorkSeen, type WorkSeen } from './hand-in-work/hand-in.ts';
export { WorkBlock } from './hand-in-work/work-block.tsx';
export { readLearnerForm, type ReadForm } from './keep-files/read-learner-form.ts';
export type { QuestionsScene } from './show-questions/field-scene.ts';
export { QuestionSet } from './show-questions/question-set.tsx';
export { type SetResult, submitSet } from './take-attempt/submit-set.ts';
export { answerSurvey, readVoteStates, typedVotes, votePoll, type VoteState } from './vote/vote.ts';
export { VoteBlock } from './vote/vote-block.tsx';

export const assessment: Module = {
  name: 'assessment',
  messages: assessmentMessages,
  routes: addAssessmentRoutes,
  jobs: [removeFileJob],
  personalData: assessmentData,
};

function addAssessmentRoutes(app: App): void {
  assessWorkRoutes(app);
  itemStatisticsRoutes(app);
}
