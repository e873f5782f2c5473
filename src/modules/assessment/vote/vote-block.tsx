import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { FieldError } from '../../../platform/ui/field.tsx';
import type { ContentOf } from '../../courses/index.ts';
import { fieldName } from '../ask-questions/field-name.ts';
import type { QuestionsScene } from '../show-questions/field-scene.ts';
import type { VoteState } from './vote.ts';
import { VoteResultsShown } from './vote-results.tsx';

export interface VoteBlockProps {
  readonly t: Translator;
  readonly state: VoteState;
  readonly scene: QuestionsScene;
}

/** A poll or a survey as a form, posted to `scene.action`, with the results once they may be seen. */
export function VoteBlock({ t, state, scene }: VoteBlockProps) {
  const { content, voted, mayVote, blockId } = state;
  return (
    <section class="question-set" id={`${blockId}-set`} aria-label={t(`assessment.vote.${content.type}`)}>
      <form method="post" action={scene.action} data-live={scene.live} class="stack">
        {content.type === 'poll' ? (
          <PollFields t={t} state={state} scene={scene} content={content} />
        ) : (
          <SurveyFields t={t} state={state} scene={scene} content={content} />
        )}
        {mayVote ? (
          <div class="row">
            <Button>{t(voted ? 'assessment.vote.change' : 'assessment.vote.send')}</Button>
          </div>
        ) : (
          <p class="soft">{t('assessment.look')}</p>
        )}
      </form>
      {voted && content.thanks !== undefined && (
        <CourseText text={content.thanks} lang={scene.lang} scene={scene.text} />
      )}
      {state.results && (
        <VoteResultsShown t={t} content={content} results={state.results} lang={scene.lang} />
      )}
    </section>
  );
}

function PollFields({ t, state, scene, content }: VoteBlockProps & { readonly content: ContentOf<'poll'> }) {
  const id = `${state.blockId}-poll`;
  const chosen = state.chosen[''] ?? [];
  return (
    <fieldset
      class="question"
      id={id}
      aria-describedby={scene.problem === undefined ? `${id}-prompt` : `${id}-error`}
    >
      <legend class="unseen">{t('assessment.vote.poll')}</legend>
      <div id={`${id}-prompt`}>
        <CourseText text={content.question} lang={scene.lang} scene={scene.text} />
      </div>
      <div class="question-choices">
        {content.options.map((option) => {
          const picture = option.file === undefined ? undefined : scene.text.fileOf(option.file);
          return (
            <label key={option.id} class="choice">
              <input
                type={content.several ? 'checkbox' : 'radio'}
                name={fieldName('poll')}
                value={option.id}
                checked={chosen.includes(option.id)}
                disabled={!state.mayVote}
              />
              <span lang={scene.lang}>
                {picture && (
                  <img
                    src={picture.href}
                    alt=""
                    width={picture.width}
                    height={picture.height}
                    loading="lazy"
                  />
                )}
                {option.text}
              </span>
            </label>
          );
        })}
      </div>
      <FieldError id={id} error={scene.problem} />
    </fieldset>
  );
}

/** A question a group of radio buttons: it reads well on a phone and aloud, where a grid does not. */
function SurveyFields({ state, scene, content }: VoteBlockProps & { readonly content: ContentOf<'survey'> }) {
  return (
    <>
      <FieldError id={`${state.blockId}-survey`} error={scene.problem} />
      {content.questions.map((question) => (
        <fieldset key={question.id} class="question">
          <legend lang={scene.lang}>{question.text}</legend>
          <div class="question-scale">
            {content.options.map((option) => (
              <label key={option.id} class="choice">
                <input
                  type="radio"
                  name={fieldName(question.id)}
                  value={option.id}
                  checked={state.chosen[question.id]?.includes(option.id) ?? false}
                  disabled={!state.mayVote}
                />
                <span lang={scene.lang}>{option.text}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
