import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import type { Question } from '../content/questions.ts';
import type { ViewScene } from '../view-blocks/words.tsx';
import { QuestionView } from '../view-blocks/questions-view.tsx';
import { questionTypes } from './question-fields.ts';
import { questionDeeds } from './question-sets.ts';

export interface QuestionsPageProps {
  readonly t: Translator;
  /** Address of the set. */
  readonly base: string;
  /** Page of its settings, where it has some. */
  readonly settings: string | undefined;
  readonly questions: readonly Question[];
  readonly scene: ViewScene;
}

/** The questions of a set, to arrange, and what can be added to them. */
export function QuestionsPage({ t, base, settings, questions, scene }: QuestionsPageProps) {
  return (
    <>
      <div class="row set-deeds">
        <LinkButton href={`${base}/paste`}>{t('courses.question.paste')}</LinkButton>
        {settings !== undefined && (
          <LinkButton kind="quiet" href={settings}>
            {t('courses.question.settings')}
          </LinkButton>
        )}
      </div>
      <div data-region="questions">
        <form id="arrange-questions" method="post" action={`${base}/questions`} data-live="questions" />
        {questions.length === 0 && (
          <EmptyState title={t('courses.question.none')} text={t('courses.question.none.text')} />
        )}
        {questions.map((question, at) => (
          <article key={question.id} class="drafted" id={`q-${question.id}`}>
            <header class="row drafted-head">
              <p class="eyebrow">
                {t('courses.question.number-and-type', {
                  n: at + 1,
                  type: t(`courses.question.${question.type}`),
                })}
              </p>
              <div class="row deeds-row">
                <LinkButton small href={`${base}/questions/${question.id}`}>
                  {t('courses.unit.edit')}
                  <span class="unseen"> {at + 1}</span>
                </LinkButton>
                <Deeds t={t} id={question.id} n={at + 1} last={at === questions.length - 1} />
              </div>
            </header>
            <div class="block-view">
              <QuestionView scene={scene} question={question} />
            </div>
          </article>
        ))}
      </div>
      <section class="section" id="add">
        <header>
          <h2>{t('courses.question.add')}</h2>
        </header>
        <ul class="kinds">
          {questionTypes.map((type) => (
            <li key={type}>
              <a href={`${base}/questions/new/${type}`}>
                <b>{t(`courses.question.${type}`)}</b>
                <span>{t(`courses.question.${type}.about`)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface DeedsProps {
  readonly t: Translator;
  readonly id: string;
  /** Its number in the set, from 1. */
  readonly n: number;
  readonly last: boolean;
}

function Deeds({ t, id, n, last }: DeedsProps) {
  return (
    <div class="row deeds">
      {questionDeeds.map((deed) => (
        <Button
          key={deed}
          small
          kind="quiet"
          form="arrange-questions"
          name="do"
          value={`${deed}:${id}`}
          disabled={(deed === 'up' && n === 1) || (deed === 'down' && last)}
        >
          {t(`courses.outline.${deed}`)}
          <span class="unseen"> {n}</span>
        </Button>
      ))}
    </div>
  );
}
