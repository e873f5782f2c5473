import type { Translator } from '../../../platform/i18n/translator.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import type { ShownCourse } from '../show-course/show-course.queries.ts';
import { type Freshness, freshnessOf, sayFreshness } from './freshness.ts';

const tones = { fresh: 'open', aging: 'soon', old: 'past' } as const satisfies Record<Freshness, string>;

export interface FreshnessMarkProps {
  readonly t: Translator;
  readonly course: ShownCourse;
  readonly now: Date;
}

/** How fresh the page is, in a word and in what stands behind it. */
export function FreshnessMark({ t, course, now }: FreshnessMarkProps) {
  const freshness = freshnessOf(course, now);
  const said = sayFreshness(t, course, now);
  return (
    <p class="freshness small soft">
      <Chip tone={tones[freshness]}>{t(`catalog.fresh.${freshness}`)}</Chip>
      {said !== '' && <span>{said}</span>}
    </p>
  );
}
