import type { CostLine, CourseDocument, Effort, RunDay } from '../course-document/course-document.ts';
import { majorUnits } from './amounts.ts';
import { newestRun } from './csv.ts';
import type { ExportCourse } from './export-course.ts';
import { htmlOfText } from './html-of-text.ts';

export interface MoochubOptions {
  /** Address of this document, absolute: the whole catalogue is one page. */
  readonly self: string;
}

/**
 * The catalogue as MOOChub version 3 (media type application/vnd.api+json; moochub-version=3.0): JSON:API with links
 * and data. Required members that nobody stated are filled as the schema wants them: a licence "proprietary", the
 * platform as publisher and, without providers, as creator.
 *
 * Not carried: level, kind, outcomes, syllabus, subtitles, translations, rating, enrolled people, skills outside of
 * ESCO, coded subjects outside of ISCED-F (their labels become keywords), prerequisites in words, exam fees, days of
 * price checks, total hours beside weeks, fractions and ranges of hours, several runs' keys, titles, addresses and
 * languages, enrolment days of all runs but the newest, the precision of months. A summary without a description
 * takes its place.
 */
export async function* exportMoochub(
  courses: AsyncIterable<ExportCourse>,
  options: MoochubOptions,
): AsyncGenerator<string> {
  const links = { self: options.self, first: options.self, last: options.self };
  yield `{"links":${JSON.stringify(links)},"data":[`;
  let separator = '\n';
  for await (const course of courses) {
    yield separator + JSON.stringify({ id: course.id, type: 'Course', attributes: attributesOf(course) });
    separator = ',\n';
  }
  yield '\n]}\n';
}

function attributesOf(course: ExportCourse): Readonly<Record<string, unknown>> {
  const platform = organisation({ name: course.platform.name, url: course.platform.url });
  const text = course.description ?? course.summary;
  const run = newestRun(course);
  return {
    name: course.title,
    courseCode: course.slug,
    learningResourceType: {
      identifier: 'https://w3id.org/kim/hcrt/course',
      type: 'Concept',
      inScheme: 'https://w3id.org/kim/hcrt/scheme',
    },
    courseMode: modesOf(course),
    description: text && htmlOfText(text),
    inLanguage: course.languages,
    ...datesOf(course),
    applicationStartDate: instantOf(run?.enrolmentStart),
    applicationDeadline: instantOf(run?.enrolmentEnd),
    image: course.imageUrl && {
      type: 'ImageObject',
      contentUrl: course.imageUrl,
      license: [unstatedLicence],
    },
    trailer: course.videoUrl && {
      type: 'VideoObject',
      contentUrl: course.videoUrl,
      license: [unstatedLicence],
    },
    instructor: course.instructors?.map((one) => ({
      type: 'Person',
      name: one.name,
      jobTitle: one.role,
      url: one.url,
    })),
    teaches: skillsOf(course),
    duration: durationOf(course.effort),
    workload: workloadOf(course.effort),
    publisher: platform,
    creator: course.providers?.map(organisation) ?? [platform],
    url: course.url ?? course.pageUrl,
    license: [licenceOf(course.licence)],
    access: accessOf(course.costs),
    offer: course.costs?.flatMap(offerOf),
    educationalCredentialsAwarded: awardsOf(course),
    educationalAlignment: alignmentsOf(course),
    keywords: labelsOf(course),
    competencyRequired: coursesBefore(course),
    dateModified: course.updatedAt,
  };
}

const unstatedLicence = { identifier: 'proprietary', url: null };

function licenceOf(licence: string | undefined): {
  identifier: string;
  url: string | null;
  contentUrl?: string;
} {
  if (licence === undefined) return unstatedLicence;
  return /^https?:/.test(licence)
    ? { ...unstatedLicence, contentUrl: licence }
    : { identifier: licence, url: null };
}

function organisation(one: { name: string; key?: string; url?: string; logoUrl?: string }) {
  const image = one.logoUrl && { type: 'ImageObject', contentUrl: one.logoUrl, license: [unstatedLicence] };
  return {
    type: 'Organization',
    name: one.name,
    identifier: one.key,
    url: one.url,
    image: image || undefined,
  };
}

function modesOf(course: ExportCourse): readonly string[] | undefined {
  const self = course.runs?.some((run) => run.pacing === 'self' && !run.start);
  const format = course.format === 'on-site' ? 'onsite' : course.format;
  const modes = [...(format ? [format] : []), ...(self ? ['asynchronous'] : [])];
  return modes.length > 0 ? modes : undefined;
}

/** Lists of starts and ends in their order; a day without a clock is written as its midnight in UTC. */
function datesOf(course: ExportCourse): { startDate?: readonly string[]; endDate?: readonly string[] } {
  const runs = (course.runs ?? []).filter((run) => run.start || run.end);
  const starts = [...new Set(runs.flatMap((run) => instantOf(run.start) ?? []))].toSorted();
  const ends = [...new Set(runs.flatMap((run) => instantOf(run.end) ?? []))].toSorted();
  return {
    ...(starts.length > 0 ? { startDate: starts } : {}),
    ...(ends.length > 0 ? { endDate: ends } : {}),
  };
}

function instantOf(day: RunDay | undefined): string | undefined {
  if (!day) return undefined;
  return day.at?.startsWith(day.on) ? day.at : `${day.on}T00:00:00Z`;
}

const duration = (value: number, unit: string): string => `P${unit === 'H' ? 'T' : ''}${value}${unit}`;

function durationOf(effort: Effort | undefined): string | undefined {
  if (effort?.weeks !== undefined) return duration(effort.weeks, 'W');
  return effort?.totalHours === undefined ? undefined : duration(effort.totalHours, 'H');
}

/** Whole hours a week, as the schema wants them; never less than one. */
function workloadOf(effort: Effort | undefined): { timeValue: number; timeUnit: string } | undefined {
  const hours = effort?.maxHoursPerWeek ?? effort?.minHoursPerWeek;
  return hours === undefined ? undefined : { timeValue: Math.max(1, Math.round(hours)), timeUnit: 'h/week' };
}

function accessOf(costs: readonly CostLine[] | undefined): readonly string[] | undefined {
  if (!costs) return undefined;
  const free = costs.some((line) => line.kind === 'access' && line.amount === 0);
  const paid = costs.some((line) => line.amount > 0);
  return [...(free ? ['free'] : []), ...(paid ? ['paid'] : [])];
}

const frequencies = { month: 'monthly', year: 'yearly' } as const;

function offerOf(line: CostLine): readonly object[] {
  if (line.kind === 'exam') return [];
  return [
    {
      price: Number(majorUnits(line)),
      priceCurrency: line.currency,
      paymentFrequency: line.per ? frequencies[line.per] : line.amount === 0 ? 'other' : 'one-time',
      category: line.kind === 'certificate' ? 'certificate' : 'course',
    },
  ];
}

/** What kind of paper it is cannot be said; "credit" would need the number of points. */
function awardsOf(course: ExportCourse): readonly string[] | undefined {
  if (course.certificate === undefined) return undefined;
  return course.certificate === 'none' ? [] : ['certificate'];
}

const inLanguage = (course: ExportCourse): string => course.languages?.[0] ?? 'en';
const named = (course: ExportCourse, name: string) => [{ inLanguage: inLanguage(course), name }];

function skillsOf(course: ExportCourse): readonly object[] | undefined {
  return course.skills?.flatMap((skill) =>
    skill.scheme === 'esco' && skill.code !== undefined
      ? [
          {
            name: named(course, skill.label),
            educationalFramework: 'ESCO',
            educationalFrameworkVersion: '1.1',
            targetUrl: skill.code,
          },
        ]
      : [],
  );
}

function alignmentsOf(course: ExportCourse): readonly object[] | undefined {
  return course.subjects?.flatMap((subject) =>
    subject.scheme === 'isced-f' && subject.code !== undefined
      ? [
          {
            type: 'EducationalAlignment',
            alignmentType: 'educationalSubject',
            educationalFramework: 'ISCED-F',
            educationalFrameworkVersion: '2013',
            shortCode: subject.code,
            name: named(course, subject.label ?? subject.code),
          },
        ]
      : [],
  );
}

function labelsOf(course: ExportCourse): readonly string[] | undefined {
  const labels = course.subjects?.flatMap((one) => (one.scheme === 'isced-f' ? [] : (one.label ?? [])));
  return labels && [...new Set(labels)];
}

function coursesBefore(course: CourseDocument & ExportCourse): readonly object[] | undefined {
  return course.prerequisites?.courses?.flatMap((before) => {
    const name = before.title ?? before.url;
    if (name === undefined) return [];
    return [
      {
        name: named(course, name),
        educationalFramework: 'Course_ID',
        educationalFrameworkVersion: '1',
        targetUrl: before.url,
      },
    ];
  });
}
