import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { setFields } from '../ask-questions/field-name.ts';
import type { SetState } from '../ask-questions/set-state.ts';
import { ByHand, byHandWords } from './by-hand.tsx';
import type { QuestionsScene } from './field-scene.ts';
import { TimeLeft } from './time-left.tsx';
import { isRead, questionId, QuestionView } from './question-view.tsx';

export interface QuestionSetProps {
  readonly state: SetState;
  readonly t: Translator;
  readonly scene: QuestionsScene;
}

/**
 * A set of questions as one form, posted to `scene.action`; `submitSet` takes what it sends. It works without script:
 * every button is a submit button, every field has a name of its own. Several sets can stand on one page.
 */
export function QuestionSet({ state, t, scene }: QuestionSetProps) {
  const isAsking = state.phase !== 'to-start';
  const hasFiles = state.questions.some(({ question }) => question.type === 'file');
  return (
    <section
      class="question-set"
      id={`${state.blockId}-set`}
      aria-label={t('assessment.questions')}
      data-hand-words={byHandWords(state, t)}
    >
      {state.intro !== undefined && <CourseText text={state.intro} lang={scene.lang} scene={scene.text} />}
      <Problems state={state} t={t} scene={scene} />
      <Facts items={factsOf(state, t, scene)} />
      <TimeLeft state={state} t={t} scene={scene} />
      <form
        method="post"
        action={scene.action}
        enctype={hasFiles ? 'multipart/form-data' : undefined}
        id={`${state.blockId}-form`}
        data-live={scene.live}
        data-keep={state.phase === 'open' ? '' : undefined}
        class="stack"
      >
        <input type="hidden" name={setFields.submission} value={scene.submission} />
        <input type="hidden" name={setFields.attempt} value={state.attempt} />
        <EnterKey state={state} t={t} />
        {isAsking &&
          state.questions.map((question, at) => (
            <QuestionView
              key={question.key}
              t={t}
              scene={scene}
              set={state}
              state={question}
              number={at + 1}
            />
          ))}
        <Ending state={state} t={t} scene={scene} />
      </form>
      <ByHand state={state} scene={scene} />
    </section>
  );
}

/** What has to be looked at before it can be marked, each a link to its field. */
function Problems({ state, t, scene }: QuestionSetProps) {
  const errors = state.questions.flatMap(({ key, problem }, at) =>
    problem === undefined
      ? []
      : [
          {
            id: questionId(state.blockId, key),
            message:
              state.questions.length === 1
                ? t(`assessment.problem.${problem}`)
                : t('assessment.problem.of', { n: at + 1, problem: t(`assessment.problem.${problem}`) }),
          },
        ],
  );
  return (
    <>
      {scene.problem !== undefined && <Notice tone="bad">{scene.problem}</Notice>}
      <ErrorSummary t={t} errors={errors} />
    </>
  );
}

function factsOf(state: SetState, t: Translator, scene: QuestionsScene): string[] {
  const { attemptsLeft, rules, dueAt, secondsLeft } = state;
  const facts: string[] = [];
  if (attemptsLeft !== undefined && state.phase !== 'done')
    facts.push(t('assessment.attempts-left', { n: attemptsLeft }));
  if (state.phase === 'to-start' && rules.minutes !== undefined)
    facts.push(t('assessment.minutes', { n: rules.minutes }));
  if (dueAt && secondsLeft !== undefined && secondsLeft > 0)
    facts.push(t('assessment.until', { time: t.hour(dueAt, scene.zone ?? 'UTC') }));
  if (rules.passAt > 0 && state.phase !== 'done' && scene.points !== false && state.questions.length > 1)
    facts.push(t('assessment.pass-at', { share: t.percent(Math.round(rules.passAt * 100)) }));
  return facts;
}

/**
 * Pressing Enter in a field presses the first button of a form: among several questions that keeps what was typed, and
 * marks nothing by accident.
 */
function EnterKey({ state, t }: Omit<QuestionSetProps, 'scene'>) {
  if (state.questions.length < 2 || state.phase !== 'open') return null;
  return (
    <button class="unseen" name={setFields.deed} value="save" tabindex={-1} aria-hidden="true">
      {t('assessment.save')}
    </button>
  );
}

/** Where it stands, and what can be done with the set as a whole. */
function Ending({ state, t, scene }: QuestionSetProps) {
  return (
    <div class="question-ending stack">
      <div data-announce="">
        <Standing state={state} t={t} scene={scene} />
      </div>
      <div class="row">
        <SetButtons state={state} t={t} scene={scene} />
      </div>
    </div>
  );
}

/** The page's one primary button is the unit's own: it leads on. */
function SetButtons({ state, t }: QuestionSetProps) {
  const { phase, questions, tellsMarks } = state;
  const button = (deed: string, label: string, kind?: 'quiet') => (
    <Button kind={kind} name={setFields.deed} value={deed}>
      {label}
    </Button>
  );
  if (phase === 'to-start') return button('start', t('assessment.start'));
  if (phase === 'again') return button('again', t('assessment.again'));
  if (phase === 'retry') return button('check', t('assessment.check-again'));
  if (phase !== 'open') return null;
  const open = questions.filter(({ submitted, locked }) => !submitted || !locked).length;
  const several = questions.length > 1;
  const isClosing = state.attemptsLeft !== undefined || state.dueAt !== undefined;
  return (
    <>
      {open > 0 && tellsMarks && button('check', t(checkLabel(questions)))}
      {(several || !tellsMarks) && button('save', t('assessment.save'), tellsMarks ? 'quiet' : undefined)}
      {isClosing && (several || !tellsMarks) && button('finish', t('assessment.finish'))}
    </>
  );
}

function checkLabel(questions: SetState['questions']) {
  if (questions.every(({ question }) => isRead(question))) return 'assessment.send-all';
  return questions.length > 1 ? 'assessment.check-all' : 'assessment.check';
}

function Standing({ state, t, scene }: QuestionSetProps) {
  const { phase, questions, finished } = state;
  if (phase === 'look') return <Notice>{t('assessment.look')}</Notice>;
  if (phase === 'to-start') return <p>{t('assessment.start.lead')}</p>;
  const sent = questions.filter(({ submitted }) => submitted).length;
  const isOver = state.secondsLeft === 0;
  return (
    <>
      {isOver && <Notice tone="soon">{t('assessment.over')}</Notice>}
      {!finished && questions.length > 1 && (
        <p class="soft">{t('assessment.sent', { n: sent, all: questions.length })}</p>
      )}
      {finished && !state.tellsMarks && <Notice>{marksLater(state, t, scene)}</Notice>}
      {finished && state.tellsMarks && <Result state={state} t={t} scene={scene} />}
    </>
  );
}

const marksLater = ({ marksAt }: SetState, t: Translator, { zone }: QuestionsScene): string =>
  marksAt === undefined
    ? t('assessment.kept')
    : t('assessment.marks-later', { time: t.moment(marksAt, zone ?? 'UTC') });

/** Said once everything was sent: passed or not yet, and what a person has still to look at. */
function Result({ state, t, scene }: QuestionSetProps) {
  const { points, of, best } = state;
  const number = (value: number) => t.number(value, { digits: 2 });
  const isBetter = best.points > points || (best.passed && !state.passed);
  const waits = state.waiting > 0 || best.waiting > 0;
  const said = best.passed ? 'passed' : waits ? 'set-waits' : 'not-passed';
  return (
    <Notice tone={best.passed ? 'good' : waits ? 'info' : 'soon'} title={t(`assessment.${said}`)}>
      {scene.points !== false && of > 0 && t('assessment.score', { points: number(points), of: number(of) })}{' '}
      {scene.points !== false &&
        isBetter &&
        t('assessment.best', { points: number(best.points), of: number(best.of) })}{' '}
      {waits && t('assessment.waiting')} {state.phase === 'retry' && t('assessment.retry')}
      {state.phase === 'done' && said === 'not-passed' && t('assessment.attempts-used')}
    </Notice>
  );
}
