import type { Translator } from '../../../platform/i18n/translator.ts';
import type { PlannedCourse } from './planned.queries.ts';

type Told = Pick<PlannedCourse, 'earliest' | 'lang' | 'weeks' | 'hoursAWeek'>;

/** When at the earliest, in which language, how long: what is known of it. */
export const plannedFacts = (t: Translator, { earliest, lang, weeks, hoursAWeek }: Told): string[] => [
  earliest === null
    ? t('courses.to-come.no-month')
    : t('courses.to-come.earliest', { month: t.day(earliest, 'month') }),
  t.languageName(lang),
  ...(weeks === null ? [] : [t('courses.to-come.weeks', { n: weeks })]),
  ...(hoursAWeek === null ? [] : [t('courses.to-come.hours', { n: hoursAWeek })]),
];
