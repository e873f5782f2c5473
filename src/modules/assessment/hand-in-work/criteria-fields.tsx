import { CourseLine, CourseText } from '../../../platform/course-text/course-text.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { QuestionsScene } from '../show-questions/field-scene.ts';
import { type Assignment, levelField } from './criteria.ts';

interface CriteriaProps {
  readonly t: Translator;
  readonly criteria: Assignment['criteria'];
  readonly scene: Pick<QuestionsScene, 'lang' | 'text' | 'points'>;
}

/** Criteria with their levels; the levels that were reached are said in words. */
export function CriteriaShown({
  t,
  criteria,
  scene,
  levels,
}: CriteriaProps & { readonly levels?: Readonly<Record<string, string>> }) {
  return (
    <dl class="work-criteria" lang={scene.lang}>
      {criteria.map((criterion) => {
        const shown = levels
          ? criterion.levels.filter(({ id }) => id === levels[criterion.id])
          : criterion.levels;
        return (
          <div key={criterion.id}>
            <dt>{criterion.title}</dt>
            {criterion.text !== undefined && !levels && (
              <dd>
                <CourseText text={criterion.text} lang={scene.lang} scene={scene.text} />
              </dd>
            )}
            {shown.map((level) => (
              <dd key={level.id}>
                <b>{level.title}</b>
                {scene.points !== false && <Points t={t} points={level.points} />}
                {level.text !== undefined && <> · </>}
                {level.text !== undefined && (
                  <CourseLine text={level.text} lang={scene.lang} scene={scene.text} />
                )}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

const Points = ({ t, points }: { readonly t: Translator; readonly points: number }) => (
  <span class="soft small" lang={t.lang}>
    {' '}
    {t('assessment.points', { n: points })}
  </span>
);

/** A group of radio buttons a criterion. */
export function CriteriaFields({
  t,
  criteria,
  scene,
  levels,
  id,
}: CriteriaProps & { readonly levels: Readonly<Record<string, string>>; readonly id: string }) {
  return (
    <>
      {criteria
        .filter((criterion) => criterion.levels.length > 0)
        .map((criterion) => (
          <fieldset key={criterion.id} class="field" id={`${id}-${criterion.id}`}>
            <legend lang={scene.lang}>{criterion.title}</legend>
            {criterion.text !== undefined && (
              <CourseText text={criterion.text} lang={scene.lang} scene={scene.text} />
            )}
            {criterion.levels.map((level) => (
              <label key={level.id} class="choice">
                <input
                  type="radio"
                  name={levelField(criterion.id)}
                  value={level.id}
                  checked={levels[criterion.id] === level.id}
                />
                <span lang={scene.lang}>
                  {level.title}
                  {scene.points !== false && <Points t={t} points={level.points} />}
                  {level.text !== undefined && <> · </>}
                  {level.text !== undefined && (
                    <CourseLine text={level.text} lang={scene.lang} scene={scene.text} />
                  )}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
    </>
  );
}
