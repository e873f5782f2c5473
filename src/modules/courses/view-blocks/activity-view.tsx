import { Facts } from '../../../platform/ui/facts.tsx';
import type { ContentOf } from '../content/blocks.ts';
import { type ViewScene, Words } from './words.tsx';

interface Props<T extends 'poll' | 'survey' | 'assignment'> {
  readonly scene: ViewScene;
  readonly content: ContentOf<T>;
}

export function PollView({ scene, content: { question, options } }: Props<'poll'>) {
  return (
    <>
      <Words scene={scene} text={question} />
      <Options options={options} lang={scene.lang} />
    </>
  );
}

export function SurveyView({ scene, content: { questions, options } }: Props<'survey'>) {
  return (
    <>
      <ol lang={scene.lang}>
        {questions.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ol>
      <Options options={options} lang={scene.lang} />
    </>
  );
}

interface OptionsProps {
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly lang: string;
}

function Options({ options, lang }: OptionsProps) {
  return (
    <ul lang={lang}>
      {options.map(({ id, text }) => (
        <li key={id} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}

export function AssignmentView({ scene, content }: Props<'assignment'>) {
  const { t } = scene;
  return (
    <>
      <Words scene={scene} text={content.task} />
      <Facts
        items={[
          t(`courses.block.takes.${content.takes}`),
          t(`courses.block.assessed-by.${content.assessedBy}`),
          t('courses.view.points', { n: content.points }),
        ]}
      />
      {content.criteria.length > 0 && (
        <ul lang={scene.lang}>
          {content.criteria.map(({ id, title, levels }) => (
            <li key={id} dir="auto">
              {levels.length === 0 ? title : `${title}: ${levels.map((level) => level.title).join(' / ')}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
