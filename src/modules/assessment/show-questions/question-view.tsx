import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { FieldError } from '../../../platform/ui/field.tsx';
import type { Question } from '../../courses/index.ts';
import { setFields } from '../ask-questions/field-name.ts';
import type { QuestionState, SetState } from '../ask-questions/set-state.ts';
import { ChoiceFields, DropdownField } from './choice-fields.tsx';
import type { FieldProps, QuestionsScene } from './field-scene.ts';
import { GapFields } from './gap-fields.tsx';
import { HotspotField } from './hotspot-field.tsx';
import { Feedback, MarkShown } from './mark-shown.tsx';
import { DragFields, MatchFields, OrderFields } from './part-fields.tsx';
import { RightAnswer } from './right-answer.tsx';
import { FileField, LineField, LongField } from './text-fields.tsx';

export interface QuestionViewProps {
  readonly t: Translator;
  readonly scene: QuestionsScene;
  readonly set: SetState;
  readonly state: QuestionState;
  /** From 1. */
  readonly number: number;
}

/** Id of a question's element on its page: what errors and redirects lead to. */
export const questionId = (blockId: string, key: string): string => `${blockId}-${key.replaceAll('.', '_')}`;

/** A question with its fields, its mark and what stands around them. */
export function QuestionView({ t, scene, set, state, number }: QuestionViewProps) {
  const { question, key } = state;
  const id = questionId(set.blockId, key);
  const all = set.questions.length;
  const hint = hintOf(t, question);
  const problem = state.problem === undefined ? undefined : t(`assessment.problem.${state.problem}`);
  const describedBy =
    [hint && `${id}-hint`, problem && `${id}-field-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset class="question" id={id} tabindex={-1} aria-describedby={`${id}-prompt`}>
      <legend class={all === 1 ? 'unseen' : undefined}>
        {all === 1 ? t('assessment.question') : t('assessment.question-of', { n: number, all })}
        {scene.points !== false && all > 1 && (
          <span class="soft small"> {t('assessment.points', { n: question.points })}</span>
        )}
      </legend>
      {!state.locked && <input type="hidden" name={setFields.asked} value={key} />}
      <div id={`${id}-prompt`}>
        <CourseText text={question.prompt} lang={scene.lang} scene={scene.text} />
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Fields t={t} scene={scene} state={state} question={question} id={id} describedBy={describedBy} />
      <FieldError id={`${id}-field`} error={problem} />
      <Outcome t={t} scene={scene} state={state} />
      <Hints t={t} scene={scene} state={state} />
      <QuestionButtons t={t} set={set} state={state} number={number} />
      {state.revealed && <RightAnswer t={t} question={question} scene={scene} />}
    </fieldset>
  );
}

function Fields(props: Omit<FieldProps<'single'>, 'question'> & { readonly question: Question }) {
  const { question } = props;
  switch (question.type) {
    case 'single':
      return <ChoiceFields {...props} question={question} />;
    case 'multiple':
      return <ChoiceFields {...props} question={question} />;
    case 'dropdown':
      return <DropdownField {...props} question={question} />;
    case 'number':
      return <LineField {...props} question={question} />;
    case 'text':
      return <LineField {...props} question={question} />;
    case 'formula':
      return <LineField {...props} question={question} />;
    case 'essay':
      return <LongField {...props} question={question} />;
    case 'code':
      return <LongField {...props} question={question} />;
    case 'order':
      return <OrderFields {...props} question={question} />;
    case 'match':
      return <MatchFields {...props} question={question} />;
    case 'drag':
      return <DragFields {...props} question={question} />;
    case 'gap':
      return <GapFields {...props} question={question} />;
    case 'hotspot':
      return <HotspotField {...props} question={question} />;
    case 'file':
      return <FileField {...props} question={question} />;
  }
}

/** How it wants to be answered, where the fields do not say it by themselves. */
function hintOf(t: Translator, question: Question): string | undefined {
  switch (question.type) {
    case 'multiple':
      return t('assessment.hint.multiple');
    case 'number':
      return t('assessment.hint.number');
    case 'formula':
      return t('assessment.hint.formula', {
        names: t.list(question.variables.map(({ name }) => name)) || 'x',
      });
    case 'order':
      return t('assessment.hint.order');
    case 'code':
      return t('assessment.hint.code');
    case 'essay':
      return question.mostWords === undefined
        ? undefined
        : t('assessment.hint.words', { n: question.mostWords });
    case 'file':
      return question.endings.length === 0
        ? t('assessment.hint.files', { n: question.mostFiles })
        : t('assessment.hint.files-of', {
            n: question.mostFiles,
            endings: t.list(question.endings, 'disjunction'),
          });
    default:
      return undefined;
  }
}

/** What a person reads is sent, not checked. */
export const isRead = ({ type }: Question): boolean => type === 'essay' || type === 'file';

type PartOfView = Pick<QuestionViewProps, 't' | 'scene' | 'state'>;

/** What became of the answer. */
function Outcome({ t, scene, state }: PartOfView) {
  const { mark } = state;
  if (state.late) return <p class="question-mark wrong">{t('assessment.late')}</p>;
  if (mark)
    return (
      <>
        <MarkShown t={t} mark={mark} points={scene.points !== false} />
        <Feedback mark={mark} scene={scene} />
      </>
    );
  if (state.submitted) return <p class="question-mark waiting">{t('assessment.kept')}</p>;
  const isTyped = state.answer !== undefined && state.problem === undefined;
  return isTyped && !state.locked ? <p class="question-mark waiting">{t('assessment.typed')}</p> : null;
}

function Hints({ t, scene, state }: PartOfView) {
  const shown = state.question.hints.slice(0, state.hintsShown);
  if (shown.length === 0) return null;
  return (
    <ol class="question-hints plain">
      {shown.map((text, at) => (
        <li key={at}>
          <b>{t('assessment.hint-number', { n: at + 1 })}</b>
          <CourseText text={text} lang={scene.lang} scene={scene.text} />
        </li>
      ))}
    </ol>
  );
}

/** The question's own buttons: marking it alone, and its next hint. */
function QuestionButtons({ t, set, state, number }: Omit<QuestionViewProps, 'scene'>) {
  const { key, question, hintsShown, locked } = state;
  const name = set.questions.length > 1 && (
    <span class="unseen"> ({t('assessment.question-number', { n: number })})</span>
  );
  const mayCheck = !locked && set.phase === 'open' && set.tellsMarks && set.questions.length > 1;
  const mayHint = !locked && question.hints.length > hintsShown;
  if (!mayCheck && !mayHint) return null;
  return (
    <div class="row">
      {mayCheck && (
        <Button small name={setFields.deed} value={`check:${key}`}>
          {t(isRead(question) ? 'assessment.send-one' : 'assessment.check-one')}
          {name}
        </Button>
      )}
      {mayHint && (
        <Button small kind="quiet" name={setFields.deed} value={`hint:${key}:${hintsShown + 1}`}>
          {t(hintsShown === 0 ? 'assessment.show-hint' : 'assessment.show-next-hint')}
          {name}
        </Button>
      )}
    </div>
  );
}
