import { Icon } from '../../../platform/ui/icon.tsx';
import type { OutlineSection, OutlineUnit } from '../../courses/index.ts';
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
        return (
          <li key={section.id} id={full ? `s-${section.id}` : undefined}>
            <SectionHead {...props} section={section} opening={opening} />
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
          </li>
        );
      })}
    </ol>
  );
}

function SectionHead(
  props: CourseOutlineProps & { readonly section: OutlineSection; readonly opening: Opening },
) {
  const { scene, place, section, opening, full } = props;
  const Heading = full ? 'h3' : 'p';
  return (
    <>
      <Heading class="toc-section" lang={place.course.lang}>
        <bdi>{section.title}</bdi>
      </Heading>
      {section.strand !== undefined && full && (
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

const marks = { done: 'learning.outline.done', begun: 'learning.outline.begun' } as const;

function UnitLine({ scene, place, unit, standing, isOpen, current, full }: UnitLineProps) {
  const { t, to } = scene;
  const { course, enrolment } = place;
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
      {title}
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
