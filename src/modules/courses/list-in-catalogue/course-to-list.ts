import { wordsOfCourseText } from '../../../platform/course-text/words.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import type { CourseDocument } from '../../catalog/index.ts';
import type { CourseAbout, CourseRules } from '../content/course-content.ts';

export interface RunToList {
  readonly id: string;
  readonly title: string;
  readonly pacing: 'self' | 'scheduled';
  readonly start_on: string | null;
  readonly end_on: string | null;
  readonly enrolment_start_on: string | null;
  readonly enrolment_end_on: string | null;
  readonly zone: string;
  readonly state: 'open' | 'closed' | 'cancelled';
}

export interface CourseToList {
  readonly id: string;
  readonly slug: string;
  readonly about: CourseAbout;
  readonly rules: CourseRules;
  readonly sections: readonly string[];
  readonly minutes: number;
  readonly runs: readonly RunToList[];
}

/** What the catalogue says of a course that is taught here, in the words of every other feed. */
export function courseToList(
  site: Site,
  { id, slug, about, rules, ...course }: CourseToList,
): CourseDocument {
  const lang = isLang(about.lang) ? about.lang : 'en';
  const description = wordsOfCourseText(about.description).replaceAll('\n', '\n\n');
  const hours = about.hours ?? Math.max(0.5, Math.round(course.minutes / 30) / 2);
  return {
    key: id,
    title: about.title,
    languages: [about.lang],
    kind: rules.kind,
    format: 'online',
    certificate: 'free',
    costs: [{ kind: 'access', amount: 0, currency: 'EUR' }],
    effort: { totalHours: hours },
    url: absoluteUrl(site, lang, `/learn/${encodeURIComponent(slug)}`),
    runs: course.runs.map(runToList),
    ...(about.summary !== '' && { summary: about.summary }),
    ...(description !== '' && { description }),
    ...(course.sections.length > 0 && { syllabus: course.sections }),
    ...(about.outcomes.length > 0 && { outcomes: about.outcomes }),
    ...(about.level && { level: about.level }),
    ...(about.licence !== '' && { licence: about.licence }),
    ...(about.prerequisites !== '' && { prerequisites: { text: about.prerequisites } }),
    ...(about.providers.length > 0 && { providers: about.providers.map((name) => ({ name })) }),
    ...(about.teachers.length > 0 && { instructors: about.teachers.map(({ name }) => ({ name })) }),
    ...(about.subjects.length > 0 && {
      subjects: about.subjects.map((label) => ({ scheme: 'label' as const, label })),
    }),
    ...(rules.competencies.length > 0 && {
      skills: rules.competencies.map(({ title, uri }) => ({
        label: title,
        ...(uri && { scheme: 'esco' as const, code: uri }),
      })),
    }),
  };
}

const day = (on: string | null) => (on === null ? undefined : { on, precision: 'day' as const });

function runToList(run: RunToList): NonNullable<CourseDocument['runs']>[number] {
  const days = {
    start: day(run.start_on),
    end: day(run.end_on),
    enrolmentStart: day(run.enrolment_start_on),
    enrolmentEnd: day(run.enrolment_end_on),
  };
  return {
    key: run.id,
    pacing: run.pacing,
    zone: run.zone,
    ...(run.title !== '' && { title: run.title }),
    ...Object.fromEntries(Object.entries(days).filter(([, value]) => value !== undefined)),
    ...(run.state === 'cancelled' && { declared: 'cancelled' as const }),
    ...(run.state === 'closed' && { declared: 'closed' as const }),
    ...(run.state === 'open' && run.pacing === 'self' && { declared: 'open' as const }),
  };
}
