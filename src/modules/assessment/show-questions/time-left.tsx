import type { QuestionSetProps } from './question-set.tsx';

/**
 * What is left of a limited time, as it was when the page was sent; the island counts on from there, says it aloud at five
 * minutes and at one, and sends what is there when it is over. It is there before the set is begun.
 */
export function TimeLeft({ state, t, scene }: QuestionSetProps) {
  const { phase, rules, secondsLeft } = state;
  const script = scene.assets?.islands?.['time-left'];
  if (rules.minutes === undefined || phase === 'look' || phase === 'done') return null;
  return (
    <>
      {phase === 'open' && secondsLeft !== undefined && (
        <p
          class="question-clock"
          id={`${state.blockId}-clock`}
          role="timer"
          data-clock={secondsLeft}
          data-left={t('assessment.clock.left', { time: '{time}' })}
          data-said0={t('assessment.minutes-left', { n: 5 })}
          data-said1={t('assessment.minutes-left', { n: 1 })}
          data-over={t('assessment.clock.over')}
        >
          {t('assessment.minutes-left', { n: Math.ceil(secondsLeft / 60) })}
        </p>
      )}
      {script !== undefined && <script type="module" src={script} />}
    </>
  );
}
