import { Icon } from '../../../platform/ui/icon.tsx';
import type { LearnScene } from '../find-place/learn-scene.ts';
import type { TaughtCourse } from '../find-place/place.ts';
import { type CompetencyStanding, competenciesOf } from '../ledger/competencies.ts';
import type { Tally } from '../ledger/tally.ts';
import { Parts } from './what-is-missing.tsx';

interface CompetenciesProps {
  readonly scene: LearnScene;
  readonly course: TaughtCourse;
  readonly tally: Tally;
}

/** What is acquired and what is not yet, and by what it is shown; where a course is told in competencies. */
export function Competencies({ scene, course, tally }: CompetenciesProps) {
  const { t } = scene;
  const all =
    course.rules.marks === 'competencies' ? competenciesOf(course.outline, course.rules, tally) : [];
  if (all.length === 0) return null;
  return (
    <section class="section" aria-labelledby="competencies">
      <h2 id="competencies">{t('learning.competencies')}</h2>
      <ul class="missing">
        {all.map((each) => (
          <li key={each.id}>
            {each.acquired && <Icon name="check" />} <bdi lang={course.lang}>{each.title}</bdi>
            {': '}
            {t(each.acquired ? 'learning.competencies.acquired' : 'learning.competencies.not-yet')}
            <Left scene={scene} course={course} competency={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Left({
  scene,
  course,
  competency: { acquired, testedBy },
}: Omit<CompetenciesProps, 'tally'> & { readonly competency: CompetencyStanding }) {
  if (acquired) return null;
  if (testedBy.length === 0) return <p class="small soft">{scene.t('learning.competencies.untested')}</p>;
  return <Parts scene={scene} course={course} parts={testedBy.filter(({ passed }) => !passed)} />;
}
