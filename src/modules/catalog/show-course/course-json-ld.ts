import type { CostLine, Effort, Level, RunDay } from '../course-document/course-document.ts';
import type { ShownRun } from './show-course.queries.ts';
import type { CourseView } from './show-course.ts';

const levelNames: Readonly<Record<Level, string>> = {
  beginner: 'Beginner',
  intermediate: 'Intermediate',
  advanced: 'Advanced',
};

const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** https://schema.org/Offer */
function offer({ kind, amount, currency }: CostLine) {
  const price = (amount / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));
  const category =
    kind === 'subscription'
      ? 'Subscription'
      : amount === 0
        ? 'Free'
        : kind === 'access'
          ? 'Paid'
          : 'Partially Free';
  return { '@type': 'Offer', category, price, priceCurrency: currency };
}

const dayOrMonth = (day: RunDay): string => (day.precision === 'month' ? day.on.slice(0, 7) : day.on);

/** ISO 8601 duration of the weekly or whole work: PT3H, P6W. */
function workload({ maxHoursPerWeek, totalHours }: Effort): string | undefined {
  const hours = maxHoursPerWeek ?? totalHours;
  return hours === undefined ? undefined : `PT${Math.round(hours * 60)}M`;
}

/** https://schema.org/CourseInstance */
function instance(run: ShownRun, view: CourseView) {
  const { effort, format } = view.course.document;
  return {
    '@type': 'CourseInstance',
    courseMode: format === 'on-site' ? 'Onsite' : format === 'blended' ? 'Blended' : 'Online',
    ...(run.start ? { startDate: dayOrMonth(run.start) } : {}),
    ...(run.end ? { endDate: dayOrMonth(run.end) } : {}),
    ...(effort && workload(effort) ? { courseWorkload: workload(effort) } : {}),
    ...(run.language ? { inLanguage: run.language } : {}),
    ...(run.url ? { url: run.url } : {}),
  };
}

/** The course as schema.org JSON-LD, safe to stand inside a script element; a sample, which does not exist, has none. */
export function courseJsonLd(
  view: CourseView,
  address: string,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const { course, availability } = view;
  const { document } = course;
  const runs = course.runs.filter((run) => !run.gone && run.declared !== 'cancelled').slice(0, 5);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': address,
    name: course.title,
    description: document.summary ?? document.description?.slice(0, 500) ?? course.title,
    url: course.url ?? address,
    ...(document.languages ? { inLanguage: document.languages } : {}),
    provider: course.providers.map((provider) => ({ '@type': 'Organization', name: provider.name })),
    ...(document.level ? { educationalLevel: levelNames[document.level] } : {}),
    ...(document.outcomes
      ? { teaches: document.outcomes }
      : document.skills
        ? { teaches: document.skills.map((skill) => skill.label) }
        : {}),
    ...(document.prerequisites?.text ? { coursePrerequisites: document.prerequisites.text } : {}),
    ...(document.costs
      ? { offers: document.costs.map(offer), isAccessibleForFree: isFree(document.costs) }
      : {}),
    ...(runs.length > 0 ? { hasCourseInstance: runs.map((run) => instance(run, view)) } : {}),
    ...(availability.run?.url ? { sameAs: availability.run.url } : {}),
    ...more,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

const isFree = (costs: readonly CostLine[]): boolean =>
  costs.some((line) => line.kind === 'access' && line.amount === 0);
