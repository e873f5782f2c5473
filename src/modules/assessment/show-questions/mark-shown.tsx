import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Icon } from '../../../platform/ui/icon.tsx';
import type { QuestionState, ShownMark } from '../ask-questions/set-state.ts';
import type { QuestionsScene } from './field-scene.ts';

interface FeedbackProps {
  readonly mark: ShownMark | undefined;
  /** The part that it is about; without one, what is about the answer as a whole. */
  readonly part?: string;
  readonly scene: QuestionsScene;
}

/** The author's words to an answer. */
export function Feedback({ mark, part, scene }: FeedbackProps) {
  const words = mark?.feedback.filter((each) => each.part === part) ?? [];
  return (
    <>
      {words.map(({ text }) => (
        <div key={text} class="question-feedback">
          <CourseText text={text} lang={scene.lang} scene={scene.text} />
        </div>
      ))}
    </>
  );
}

/** What a part was worth, in a word. */
export function PartMark({
  t,
  state,
  part,
}: {
  readonly t: Translator;
  readonly state: QuestionState;
  readonly part: string;
}) {
  const worth = state.mark?.parts?.[part];
  if (worth === undefined) return null;
  const kind = worth === 1 ? 'right' : worth <= 0 ? 'wrong' : 'partly';
  return <span class={`verdict ${kind === 'wrong' ? 'bad' : 'good'}`}>{t(`assessment.mark.${kind}`)}</span>;
}

/** What the answer was worth, in words; colour and sign only repeat it. */
export function MarkShown({
  t,
  mark,
  points,
}: {
  readonly t: Translator;
  readonly mark: ShownMark;
  readonly points: boolean;
}) {
  const kind =
    mark.credit === null ? 'waiting' : mark.credit >= 1 ? 'right' : mark.credit <= 0 ? 'wrong' : 'partly';
  const icons = { waiting: 'info', right: 'check', partly: 'info', wrong: 'close' } as const;
  return (
    <p class={`question-mark ${kind}`}>
      <Icon name={icons[kind]} />
      <span>
        <b>{t(`assessment.mark.${kind}`)}</b>
        {points && mark.of > 0 && kind !== 'waiting' && (
          <span class="soft">
            {' '}
            {t('assessment.mark.points', {
              points: t.number(mark.points, { digits: 2 }),
              of: t.number(mark.of, { digits: 2 }),
            })}
          </span>
        )}
      </span>
    </p>
  );
}
