import { isBlank } from '../mark-answer/answer.ts';
import { setFields } from './field-name.ts';
import { type LearnerForm, readAnswer } from './read-answer.ts';
import type { SetState } from './set-state.ts';

/** The same set with what was typed in a form that was refused, so that nothing of it is lost from sight. */
export function typedState(state: SetState, form: LearnerForm): SetState {
  const asked = new Set(form.fields.getAll(setFields.asked));
  return {
    ...state,
    questions: state.questions.map((each) => {
      const answer = asked.has(each.key) ? readAnswer(each.question, each.key, form) : undefined;
      return answer === undefined || isBlank(answer) ? each : { ...each, answer };
    }),
  };
}
