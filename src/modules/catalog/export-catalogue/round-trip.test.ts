import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CostLine,
  CourseDocument,
  RunClaim,
  RunDay,
  SubjectClaim,
} from '../course-document/course-document.ts';
import { courseDocumentSchema } from '../course-document/document-schema.ts';
import { csv } from '../formats/csv.ts';
import type { FeedFormat } from '../formats/feed-format.ts';
import { lheo } from '../formats/lheo.ts';
import { moochub } from '../formats/moochub/moochub.ts';
import { textInput } from '../formats/text-input.ts';
import { exportCourses, importDay } from './course-arbitrary.ts';
import { exportCsv, newestRun } from './csv.ts';
import type { ExportCourse } from './export-course.ts';
import { exportJsonLines } from './json-lines.ts';
import { exportLheo } from './lheo.ts';
import { exportMoochub } from './moochub.ts';

async function written(pieces: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all.join('');
}

async function* stream(courses: readonly ExportCourse[]): AsyncGenerator<ExportCourse> {
  yield* courses;
}

async function imported(format: FeedFormat, text: string): Promise<CourseDocument[]> {
  const documents: CourseDocument[] = [];
  for await (const record of format.read(textInput(text, { pieceBytes: 1000 }), { today: importDay })) {
    if (record.kind === 'refused') throw new Error(`refused: ${record.reason}\n${text}`);
    expect(record.degraded, text).toEqual([]);
    documents.push(record.document);
  }
  return documents;
}

type Draft = { [K in keyof CourseDocument]?: CourseDocument[K] | undefined };

/** Without the members that say nothing, as documents are. */
function said(draft: Draft): unknown {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([, value]) =>
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0) &&
        !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  );
}

async function roundTrip(
  format: FeedFormat,
  write: (courses: AsyncIterable<ExportCourse>) => AsyncIterable<string>,
  carried: (course: ExportCourse) => Draft,
) {
  const lists = fc.uniqueArray(exportCourses, {
    minLength: 1,
    maxLength: 3,
    selector: (course) => course.id,
  });
  await fc.assert(
    fc.asyncProperty(lists, async (courses) => {
      const back = await imported(format, await written(write(stream(courses))));
      expect(back).toEqual(courses.map((course) => said(carried(course))));
    }),
    { numRuns: 150 },
  );
}

const paidOrFree = (line: CostLine | undefined) =>
  line && (line.amount > 0 ? ('paid' as const) : ('free' as const));
const kindOf = (course: ExportCourse, kind: CostLine['kind']) =>
  course.costs?.find((line) => line.kind === kind);
const coded = (
  course: ExportCourse,
  ...schemes: readonly SubjectClaim['scheme'][]
): readonly SubjectClaim[] =>
  schemes.flatMap((scheme) =>
    (course.subjects ?? []).flatMap((one) =>
      one.scheme === scheme && one.code ? [{ scheme, code: one.code }] : [],
    ),
  );

describe('exportCsv', () => {
  const price = (course: ExportCourse) => kindOf(course, 'access') ?? kindOf(course, 'subscription');
  const run = (course: ExportCourse): RunClaim | undefined => {
    const newest = newestRun(course);
    if (!newest) return undefined;
    const { declared: _declared, ...kept } = newest;
    return kept;
  };

  it('comes back with all that a table can hold', () =>
    roundTrip(csv, exportCsv, (course) => ({
      key: course.id,
      title: course.title,
      summary: course.summary,
      description: course.description,
      syllabus: course.syllabus,
      outcomes: course.outcomes,
      languages: course.languages,
      subtitles: course.subtitles,
      level: course.level,
      kind: course.kind,
      format: course.format,
      certificate: course.certificate ?? paidOrFree(kindOf(course, 'certificate')),
      costs: [price(course) ?? [], kindOf(course, 'certificate') ?? []].flat(),
      effort: course.effort,
      providers: course.providers?.map((one, index) => ({
        name: one.name,
        ...(index === 0 && one.url ? { url: one.url } : {}),
      })),
      instructors: course.instructors?.map(({ name }) => ({ name })),
      subjects: [
        ...(course.subjects ?? []).filter((one) => one.scheme === 'label'),
        ...coded(course, 'formacode', 'rome', 'nsf', 'isced-f'),
      ],
      skills: course.skills?.map(({ label }) => ({ label })),
      prerequisites: course.prerequisites?.courses ? undefined : course.prerequisites,
      runs: [run(course) ?? []].flat(),
      url: course.url,
      imageUrl: course.imageUrl,
      videoUrl: course.videoUrl,
      licence: course.licence,
      rating: course.rating,
      enrolledCount: course.enrolledCount,
    })));
});

describe('exportMoochub', () => {
  const midnight = (day: RunDay | undefined) => day && { ...day, at: `${day.on}T00:00:00.000Z` };
  const runs = (course: ExportCourse): readonly RunClaim[] =>
    (course.runs ?? []).map((run, index, all) => {
      if (!run.start) return { key: 'self-paced', pacing: 'self' };
      const enrols = index === all.length - 1 && run.enrolmentStart;
      const enrolment = enrols
        ? { enrolmentStart: midnight(run.enrolmentStart)!, enrolmentEnd: midnight(run.enrolmentEnd)! }
        : {};
      return {
        key: run.start.on,
        pacing: 'scheduled',
        start: midnight(run.start)!,
        end: midnight(run.end)!,
        ...enrolment,
      };
    });
  const certificate = (course: ExportCourse) => {
    const own = paidOrFree(kindOf(course, 'certificate'));
    const lines = course.costs ?? [];
    if (own) return own;
    if (
      lines.some((line) => line.kind === 'access' && line.amount === 0) &&
      lines.some((line) => line.amount > 0)
    )
      return 'paid';
    return course.certificate === undefined || course.certificate === 'none'
      ? undefined
      : paidOrFree(kindOf(course, 'access') ?? kindOf(course, 'subscription'));
  };
  const effort = ({ effort: given }: ExportCourse) => {
    const hours = given?.maxHoursPerWeek;
    return (
      given && { weeks: given.weeks!, ...(hours ? { minHoursPerWeek: hours, maxHoursPerWeek: hours } : {}) }
    );
  };
  const subjects = (course: ExportCourse): readonly SubjectClaim[] => [
    ...(course.subjects ?? []).filter((one) => one.scheme === 'isced-f'),
    ...(course.subjects ?? []).filter((one) => one.scheme === 'label'),
  ];

  it('comes back with all that version 3 can hold', () =>
    roundTrip(
      moochub,
      (courses) => exportMoochub(courses, { self: 'https://catalogue.example/export' }),
      (course) => ({
        key: course.id,
        title: course.title,
        description: course.description ?? course.summary,
        languages: course.languages,
        format: course.format,
        certificate: certificate(course),
        costs: course.costs,
        effort: effort(course),
        providers: course.providers ?? [{ name: 'Site', url: 'https://site.example/' }],
        instructors: course.instructors,
        subjects: subjects(course),
        skills: course.skills?.filter((one) => one.scheme === 'esco'),
        prerequisites: course.prerequisites?.courses && {
          courses: course.prerequisites.courses.map(({ url, title }) => ({ url: url!, title: title! })),
        },
        runs: runs(course),
        url: course.url ?? course.pageUrl,
        imageUrl: course.imageUrl,
        videoUrl: course.videoUrl,
        licence: course.licence ?? 'proprietary',
      }),
    ));
});

describe('exportLheo', () => {
  const languages = (course: ExportCourse) =>
    course.languages && [...new Set(course.languages.map((tag) => tag.slice(0, 2)))];
  const runs = (course: ExportCourse): readonly RunClaim[] => {
    const all: readonly RunClaim[] = course.runs ?? [{ key: '1', pacing: 'scheduled' }];
    const [language, ...others] = languages(course) ?? [];
    return all.map((run) => (language && others.length === 0 ? { ...run, language } : run));
  };
  const texts = ({ description, syllabus }: ExportCourse): Draft => {
    if (!syllabus) return { description };
    if (description !== undefined)
      return {
        description: `${description}\n\n${syllabus.map((one, index) => `${index + 1}. ${one}`).join('\n')}`,
      };
    return syllabus.length > 1 ? { syllabus } : { description: `- ${syllabus[0]}` };
  };
  const providers = (course: ExportCourse) => {
    const [first] = course.providers ?? [{ name: 'Site' }];
    const { logoUrl: _logo, ...kept } = first as NonNullable<ExportCourse['providers']>[number];
    return [kept];
  };
  const prerequisites = ({ prerequisites: given }: ExportCourse) =>
    given?.courses ? { courses: given.courses.map((one) => ({ key: one.key! })) } : given;

  it('comes back with all that the standard can hold', () =>
    roundTrip(lheo, exportLheo, (course) => ({
      key: course.id,
      title: course.title,
      summary: course.summary,
      ...texts(course),
      outcomes: course.outcomes,
      languages: languages(course) ?? ['fr'],
      format: course.format ?? 'online',
      certificate: course.certificate === 'diploma' ? 'diploma' : 'none',
      costs: (course.costs ?? []).filter((line) => line.kind === 'access' && line.currency === 'EUR'),
      effort: course.effort,
      providers: providers(course),
      subjects: coded(course, 'formacode', 'nsf', 'rome'),
      prerequisites: prerequisites(course),
      runs: runs(course),
      url: course.url ?? course.pageUrl,
    })));
});

describe('exportJsonLines', () => {
  it('gives every member of every course on a line of its own', () =>
    fc.assert(
      fc.asyncProperty(fc.array(exportCourses, { maxLength: 3 }), async (courses) => {
        const lines = (await written(exportJsonLines(stream(courses)))).split('\n');
        expect(lines.pop()).toBe('');
        const back = lines.map((line) => JSON.parse(line) as ExportCourse);
        expect(back).toEqual(courses);
        for (const {
          id: _id,
          slug: _slug,
          pageUrl: _page,
          platform: _platform,
          updatedAt: _updated,
          ...document
        } of back) {
          expect(courseDocumentSchema.parse(document)).toEqual(document);
        }
      }),
    ));
});
