import type { AppContext } from '../../../platform/http/environment.ts';
import { linksOf } from '../../../platform/http/links-of.ts';
import type { Query } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';

/** What every page of learning is written with. */
export interface LearnScene {
  readonly t: Translator;
  readonly now: Date;
  /** Address of a page of ours: `to('/learn/bread')`. */
  readonly to: (path: string, query?: Query) => string;
}

export function sceneOf(c: AppContext): LearnScene {
  const { t, actor } = c.var;
  return { t, now: actor.now, to: linksOf(c) };
}

/** Path of a course, of one of its units, or of a form that belongs to it; '-' stands where a unit's id could not. */
export const learnPath = (slug: string, ...parts: readonly string[]): string =>
  ['/learn', slug, ...parts].join('/');

/** Minutes as people say them: "5 min", "1 h 20". */
export function sayMinutes(t: Translator, minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  if (whole < 60) return t('learning.minutes', { n: whole });
  // nobody plans hours to the minute
  const rounded = whole < 600 ? Math.round(whole / 5) * 5 : Math.round(whole / 60) * 60;
  const hours = Math.floor(rounded / 60);
  const rest = rounded % 60;
  return rest === 0
    ? t('learning.hours', { n: hours })
    : t('learning.hours-minutes', { hours, minutes: String(rest).padStart(2, '0') });
}
