import { Icon } from '../../../platform/ui/icon.tsx';
import type { CourseRules, OutlineSection, OutlineUnit } from '../../courses/index.ts';
import { paceIn, tallyIn } from '../find-place/find-place.ts';
import { type LearnScene, learnPath, sayMinutes } from '../find-place/learn-scene.ts';
import type { CoursePlace } from '../find-place/place.ts';
import { minutesOf, shownUnits, type Standing, standingOf } from '../ledger/standing.ts';
import { type Opening, openingOf } from '../ledger/way-on.ts';

export interface CourseOutlineProps {
  readonly scene: LearnScene;
  readonly place: CoursePlace;
  /** Id of the unit that is shown. */
  readonly current?: string;
  /** On the course's own page: with minutes, and sections as headings of this level. */
  readonly full?: boolean;
  /** Staff see everything, whether it is open or not. */
  readonly everything?: boolean;
}

/** Sections and units, with what is done and what is left; said in words for who does not see the marks. */
export function CourseOutline(props: CourseOutlineProps) {
  const { scene, place, current, full } = props;
  const { outline, lang } = place.course;
  const tally = tallyIn(place);
  const pace = paceIn(place, scene.now);
  return (
    <ol class={full ? 'toc full' : 'toc'} role="list">
      {outline.sections.map((section) => {
        const units = shownUnits(section);
        if (units.length === 0) return null;
        const opening: Opening = props.everything ? { open: true } : openingOf(section, outline, tally, pace);
        const lines = (
          <ol role="list">
            {units.map((unit, at) => (
              <li key={unit.id} class={unit.id === current ? 'current' : undefined}>
                {unit.group !== undefined && unit.group !== units[at - 1]?.group && (
                  <p class="toc-group" lang={lang}>
                    <bdi>{unit.group}</bdi>
                  </p>
                )}
                <UnitLine {...props} unit={unit} standing={standingOf(unit, tally)} isOpen={opening.open} />
              </li>
            ))}
          </ol>
        );
        if (!full)
          return (
            <li key={section.id}>
              {/* beside a unit only its own section is open: one sees where one is in a long course */}
              <details open={units.some(({ id }) => id === current)}>
                <summary class="toc-section" lang={lang}>
                  <bdi>{section.title}</bdi>
                </summary>
                {!opening.open && <p class="small soft">{sayOpening(scene, opening)}</p>}
                {lines}
              </details>
            </li>
          );
        return (
          <li key={section.id} id={`s-${section.id}`}>
            <SectionHead {...props} section={section} opening={opening} />
            {lines}
          </li>
        );
      })}
    </ol>
  );
}

function SectionHead(
  props: CourseOutlineProps & { readonly section: OutlineSection; readonly opening: Opening },
) {
  const { scene, place, section, opening } = props;
  return (
    <>
      <h3 class="toc-section" lang={place.course.lang}>
        <bdi>{section.title}</bdi>
      </h3>
      {section.strand !== undefined && (
        <p class="small soft">{scene.t('learning.outline.strand', { strand: section.strand })}</p>
      )}
      {!opening.open && <p class="small soft">{sayOpening(scene, opening)}</p>}
    </>
  );
}

/** "opens on 3 March", "opens once you have finished Basics". */
export function sayOpening({ t }: LearnScene, opening: Opening): string {
  if (opening.open) return '';
  if ('on' in opening) return t('learning.outline.opens-on', { day: t.day(opening.on, 'long') });
  return t('learning.outline.opens-after', { sections: t.list(opening.after.map(({ title }) => title)) });
}

interface UnitLineProps extends CourseOutlineProps {
  readonly unit: OutlineUnit;
  readonly standing: Standing;
  readonly isOpen: boolean;
}

/** Titles of the competencies that sets and works of a unit test. */
function testedIn(unit: OutlineUnit, competencies: CourseRules['competencies']): string[] {
  const ids = new Set(unit.blocks.flatMap((block) => block.competencies ?? []));
  return competencies.flatMap(({ id, title }) => (ids.has(id) ? [title] : []));
}

const marks = { done: 'learning.outline.done', begun: 'learning.outline.begun' } as const;

function UnitLine({ scene, place, unit, standing, isOpen, current, full }: UnitLineProps) {
  const { t, to } = scene;
  const { course, enrolment } = place;
  const tested = testedIn(unit, course.rules.competencies);
  const title = (
    <bdi class="grow" lang={course.lang}>
      {unit.title}
    </bdi>
  );
  const inside = (
    <>
      <span class={`toc-mark ${standing}`}>
        {standing === 'done' && <Icon name="check" />}
        {standing !== 'new' && <span class="unseen">{t(marks[standing])}: </span>}
      </span>
      {full && tested.length > 0 ? (
        <span class="grow">
          {title}
          <span class="small soft block-line">
            {t('learning.outline.tests', { competencies: t.list(tested) })}
          </span>
        </span>
      ) : (
        title
      )}
      {full && <span class="small soft">{sayMinutes(t, minutesOf(unit))}</span>}
    </>
  );
  if (!isOpen) return <span class="toc-unit closed">{inside}</span>;
  return (
    <a
      class="toc-unit"
      href={to(learnPath(course.slug, unit.id))}
      aria-current={unit.id === current ? 'page' : undefined}
      data-no-prefetch={enrolment ? undefined : ''}
    >
      {inside}
    </a>
  );
}
