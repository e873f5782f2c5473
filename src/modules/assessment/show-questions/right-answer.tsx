import type { ComponentChildren } from 'preact';
import { CourseLine, CourseText } from '../../../platform/course-text/course-text.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Question, QuestionOf } from '../../courses/index.ts';
import type { QuestionsScene } from './field-scene.ts';

interface RightAnswerProps {
  readonly t: Translator;
  readonly question: Question;
  readonly scene: QuestionsScene;
}

/** The right answer and the author's explanation. */
export function RightAnswer({ t, question, scene }: RightAnswerProps) {
  const lines = linesOf(question, scene, t);
  if (lines.length === 0 && question.explanation === undefined) return null;
  return (
    <div class="question-solution">
      {lines.length > 0 && (
        <>
          <h4>{t('assessment.right-answer')}</h4>
          <ul>
            {lines.map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {question.explanation !== undefined && (
        <>
          <h4>{t('assessment.explanation')}</h4>
          <CourseText text={question.explanation} lang={scene.lang} scene={scene.text} />
        </>
      )}
    </div>
  );
}

function linesOf(question: Question, scene: QuestionsScene, t: Translator): ComponentChildren[] {
  const line = (text: string) => <CourseLine text={text} lang={scene.lang} scene={scene.text} />;
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'dropdown':
      return question.choices.filter(({ right }) => right).map(({ text }) => line(text));
    case 'number':
      return question.answers
        .filter(({ credit }) => credit === 1)
        .map((each) => saidNumber(each, question.unit, t));
    case 'text':
      return question.match === 'pattern'
        ? []
        : question.accepted.filter(({ credit }) => credit === 1).map(({ text }) => plain(text, scene));
    case 'formula':
      return [<code dir="ltr">{question.answer}</code>];
    case 'code':
      return [<pre dir="ltr">{question.expectedOutput}</pre>];
    case 'hotspot':
      return question.places
        .filter(({ id }) => question.right.includes(id))
        .map(({ label }) => plain(label, scene));
    default:
      return partLines(question, scene);
  }
}

const plain = (text: string, { lang }: QuestionsScene) => <bdi lang={lang}>{text}</bdi>;

type NumberAnswer = QuestionOf<'number'>['answers'][number];

function saidNumber(answer: NumberAnswer, unit: string | undefined, t: Translator): ComponentChildren {
  const after = unit === undefined ? '' : ` ${unit}`;
  if ('from' in answer)
    return (
      <bdi>
        {t('assessment.right-range', {
          from: t.number(answer.from, { digits: 6 }) + after,
          to: t.number(answer.to, { digits: 6 }) + after,
        })}
      </bdi>
    );
  const number = Number(answer.value);
  return <bdi>{(Number.isFinite(number) ? t.number(number, { digits: 8 }) : answer.value) + after}</bdi>;
}

/** Pairs, gaps and orders, a line each. */
function partLines(question: Question, scene: QuestionsScene): ComponentChildren[] {
  const line = (text: string) => <CourseLine text={text} lang={scene.lang} scene={scene.text} />;
  const pair = (one: string, other: ComponentChildren) => (
    <>
      {line(one)} {'→'} {other}
    </>
  );
  switch (question.type) {
    case 'order':
      return question.items.map(({ text }, at) => (
        <>
          {at + 1}. {line(text)}
        </>
      ));
    case 'match': {
      const targets = new Map(question.targets.map(({ id, text }) => [id, text]));
      return question.sources.flatMap(({ text, target }) =>
        target === undefined ? [] : [pair(text, line(targets.get(target) ?? ''))],
      );
    }
    case 'drag': {
      const labels = new Map(question.places.map(({ id, label }) => [id, label]));
      return question.items.flatMap(({ text, places }) =>
        places.length === 0
          ? []
          : [pair(text, plain(places.map((id) => labels.get(id) ?? '').join(' / '), scene))],
      );
    }
    case 'gap':
      return question.gaps.map(({ choices, accepted }, at) => {
        const right =
          choices?.filter((choice) => choice.right) ?? accepted.filter(({ credit }) => credit === 1);
        return (
          <>
            {at + 1}. {plain(right.map(({ text }) => text).join(' / '), scene)}
          </>
        );
      });
    default:
      return [];
  }
}
