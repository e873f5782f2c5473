import { CourseLine } from '../../../platform/course-text/course-text.tsx';
import { wordsOfCourseText } from '../../../platform/course-text/words.ts';
import type { Choice } from '../../courses/index.ts';
import { fieldName } from '../ask-questions/field-name.ts';
import type { FieldProps } from './field-scene.ts';
import { Feedback } from './mark-shown.tsx';

/** One of several, or any number of them: large choices that can be pressed anywhere. */
export function ChoiceFields(props: FieldProps<'single'> | FieldProps<'multiple'>) {
  const { question, state, scene } = props;
  const kind = question.type === 'single' ? 'radio' : 'checkbox';
  const chosen = chosenOf(props);
  return (
    <div class="question-choices">
      {question.choices.map((choice) => (
        <div key={choice.id}>
          <label class="choice">
            <input
              type={kind}
              name={fieldName(state.key)}
              value={choice.id}
              checked={chosen.has(choice.id)}
              disabled={state.locked}
              aria-describedby={props.describedBy}
            />
            <span>
              <CourseLine text={choice.text} lang={scene.lang} scene={scene.text} />
              <Verdict {...props} choice={choice} chosen={chosen.has(choice.id)} />
            </span>
          </label>
          <Feedback mark={state.mark} part={choice.id} scene={scene} />
        </div>
      ))}
    </div>
  );
}

function chosenOf({ state: { answer } }: FieldProps<'single'> | FieldProps<'multiple'>): ReadonlySet<string> {
  if (answer?.kind === 'choice') return new Set([answer.id]);
  return new Set(answer?.kind === 'choices' ? answer.ids : []);
}

type VerdictProps = (FieldProps<'single'> | FieldProps<'multiple'>) & {
  readonly choice: Choice;
  readonly chosen: boolean;
};

/** What a choice was worth, in words: for the one that was made, and for the right ones once they may be shown. */
function Verdict({ t, state, choice, chosen }: VerdictProps) {
  if (!state.mark || (!chosen && !state.revealed)) return null;
  if (!chosen && !choice.right) return null;
  if (!chosen) return <span class="verdict good">{t('assessment.mark.right-choice')}</span>;
  if (choice.right) return <span class="verdict good">{t('assessment.mark.chosen-right')}</span>;
  return (choice.credit ?? 0) > 0 ? (
    <span class="verdict good">{t('assessment.mark.partly')}</span>
  ) : (
    <span class="verdict bad">{t('assessment.mark.chosen-wrong')}</span>
  );
}

/** A menu: its options are plain words. */
export function DropdownField({ t, question, state, id, describedBy, scene }: FieldProps<'dropdown'>) {
  const chosen = state.answer?.kind === 'choice' ? state.answer.id : '';
  return (
    <select
      class="input"
      id={`${id}-field`}
      name={fieldName(state.key)}
      disabled={state.locked}
      aria-labelledby={`${id}-prompt`}
      aria-describedby={describedBy}
    >
      <option value="">{t('assessment.field.choose')}</option>
      {question.choices.map((choice) => (
        <option key={choice.id} value={choice.id} selected={choice.id === chosen} lang={scene.lang}>
          {wordsOfCourseText(choice.text)}
        </option>
      ))}
    </select>
  );
}
