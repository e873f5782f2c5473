import { CourseLine } from '../../../platform/course-text/course-text.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Icon } from '../../../platform/ui/icon.tsx';
import type { ContentOf } from '../content/blocks.ts';
import type { Question } from '../content/questions.ts';
import { type ViewScene, Words } from './words.tsx';
import { answerLines } from './answer-lines.ts';

interface QuestionsViewProps {
  readonly scene: ViewScene;
  readonly blockId: string;
  readonly content: ContentOf<'questions'>;
}

/** A set of questions with its settings; each question leads to its form. */
export function QuestionsView({ scene, blockId, content: { intro, questions, rules } }: QuestionsViewProps) {
  const { t, to, asLearner = false } = scene;
  const drawn = rules.draw.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {intro !== undefined && <Words scene={scene} text={intro} />}
      <Facts
        items={[
          t('courses.view.questions', { n: questions.length + drawn }),
          rules.attempts === undefined ? '' : t('courses.view.attempts', { n: rules.attempts }),
          rules.minutes === undefined ? '' : t('courses.view.minutes', { n: rules.minutes }),
          rules.passAt === 0 ? '' : t('courses.view.pass-at', { share: t.percent(rules.passAt * 100) }),
        ]}
      />
      <ol class="asked">
        {questions.map((question) => (
          <li key={question.id} id={`q-${question.id}`}>
            <QuestionView scene={scene} question={question} />
            {!asLearner && (
              <LinkButton small kind="quiet" href={to(`/blocks/${blockId}/questions/${question.id}`)}>
                {t('courses.unit.edit')}
                <span class="unseen"> {t(`courses.question.${question.type}`)}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface QuestionViewProps {
  readonly scene: ViewScene;
  readonly question: Question;
}

/** What is asked, and below it what counts as right. */
export function QuestionView({ scene, question }: QuestionViewProps) {
  const { t, lang, asLearner = false } = scene;
  return (
    <>
      <Words
        scene={scene}
        text={question.type === 'gap' ? question.prompt + gapsShown(question.body) : question.prompt}
      />
      <ul class="answers">
        {answerLines(question, t).map(({ text, right }, at) => (
          <li key={at} class={right && !asLearner ? 'right' : undefined}>
            {right && !asLearner && <Icon name="check" />}
            <CourseLine text={text} lang={lang} scene={scene.text} />
            {right && !asLearner && <span class="unseen"> ({t('courses.view.right')})</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

const gapsShown = (body: string): string => body.replace(/\{\{gap:[\w-]+\}\}/g, '<u>……</u>');
