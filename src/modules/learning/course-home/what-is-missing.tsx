import { type LearnScene, learnPath } from '../find-place/learn-scene.ts';
import type { TaughtCourse } from '../find-place/place.ts';
import type { KindGrade } from '../ledger/grade.ts';
import type { Missing, PartRef } from '../ledger/progress-of.ts';

const mostNamed = 4;

/** What is left to do to complete the course, in words, each with the way there. */
export function WhatIsMissing({
  scene,
  course,
  missing,
  awaited,
}: {
  readonly scene: LearnScene;
  readonly course: TaughtCourse;
  readonly missing: readonly Missing[];
  /** Blocks that a teacher has still to look at. */
  readonly awaited: readonly string[];
}) {
  return (
    <ul class="missing">
      {missing.map((each) => (
        <li key={each.kind}>
          {sayMissing(scene, each)}
          {'kinds' in each && each.kinds.length > 0 && (
            <Kinds scene={scene} course={course} kinds={each.kinds} />
          )}
          {'parts' in each && <Parts scene={scene} course={course} parts={each.parts} awaited={awaited} />}
        </li>
      ))}
    </ul>
  );
}

function sayMissing({ t }: LearnScene, missing: Missing): string {
  if (missing.kind === 'points')
    return t('learning.missing.points', {
      have: t.percent(Math.floor(missing.have * 100)),
      need: t.percent(Math.round(missing.need * 100)),
    });
  if (missing.kind === 'strands')
    return t('learning.missing.strands', {
      n: missing.count,
      titles: t.list(missing.titles, 'disjunction'),
    });
  const more = missing.parts.length > missing.count ? 'learning.missing.among' : undefined;
  const said = t(`learning.missing.${missing.kind}`, { n: missing.count });
  return more === undefined ? said : t(more, { what: said, n: missing.parts.length });
}

/** Kinds of graded work, how much of the grade each is, and what was reached of it. */
function Kinds({
  scene: { t },
  course,
  kinds,
}: {
  readonly scene: LearnScene;
  readonly course: TaughtCourse;
  readonly kinds: readonly KindGrade[];
}) {
  return (
    <ul class="missing-parts" role="list">
      {kinds.map(({ title, weight, reached, drop, works }) => (
        <li key={title}>
          <bdi lang={course.lang}>{title}</bdi>{' '}
          {t('learning.missing.kind', {
            weight: t.percent(Math.round(weight * 100)),
            reached: t.percent(Math.floor(reached * 100 + 1e-9)),
          })}
          {drop > 0 && <> {t('learning.missing.kind.best', { n: works - drop, of: works })}</>}
        </li>
      ))}
    </ul>
  );
}

/** The first of them by name; the outline below marks the others. */
export function Parts({
  scene: { t, to },
  course,
  parts,
  awaited = [],
}: {
  readonly scene: LearnScene;
  readonly course: TaughtCourse;
  readonly parts: readonly PartRef[];
  readonly awaited?: readonly string[];
}) {
  const more = parts.length - mostNamed;
  return (
    <ul class="missing-parts" role="list">
      {parts.slice(0, mostNamed).map((part) => (
        <li key={part.blockId ?? part.unitId}>
          <a
            href={
              to(learnPath(course.slug, part.unitId)) + (part.blockId === undefined ? '' : `#${part.blockId}`)
            }
            lang={course.lang}
          >
            <bdi>{part.title}</bdi>
          </a>
          {awaited.includes(part.blockId ?? '') && <span class="soft"> {t('learning.missing.awaited')}</span>}
        </li>
      ))}
      {more > 0 && <li class="soft">{t('learning.missing.more', { n: more })}</li>}
    </ul>
  );
}
