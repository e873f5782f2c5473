import type { CourseRow, WantedCourse } from '../read-courses/course-row.ts';
import { costClassOf } from '../course-words/cost-class.ts';
import { isSubject } from '../read-courses/subject-ids.ts';
import { textsIn } from '../read-courses/texts-in.ts';
import { availabilityJson, runJson } from './run-json.ts';
import type { CourseItemJson, CourseJson } from './schemas/course-schemas.ts';
import { pageOf, type Speaker } from './speaker.ts';

/** A course as lists show it. */
export function courseItemJson(row: CourseRow, speaker: Speaker): CourseItemJson {
  const { document } = row;
  const { title, summary } = textsIn(row, speaker.t.lang);
  return {
    id: row.id,
    slug: row.slug,
    state: row.state === 'archived' ? 'archived' : 'listed',
    title,
    summary,
    page: pageOf(speaker, '/courses', row.slug),
    url: row.url ?? undefined,
    platform: { slug: row.platform.slug, name: row.platform.name },
    providers: [...row.providers],
    languages: [...(document.languages ?? [])],
    subtitles: [...(document.subtitles ?? [])],
    subjects: row.subjects.filter(isSubject),
    level: document.level,
    kind: document.kind,
    format: document.format,
    certificate: document.certificate,
    cost: costClassOf(document.costs, document.certificate),
    costs: (document.costs ?? []).map((line) => ({ ...line })),
    effort: document.effort,
    availability: availabilityJson(row.runs, speaker),
    rating: row.ratingMean === null ? undefined : { mean: row.ratingMean, count: row.ratingCount },
    picture: `${speaker.site.baseUrl}/courses/${encodeURIComponent(row.slug)}/picture.png`,
    sample: row.isSample,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  };
}

/** All that is known of one course. */
export function courseJson(row: CourseRow, speaker: Speaker): CourseJson {
  const { document } = row;
  return {
    ...courseItemJson(row, speaker),
    description: textsIn(row, speaker.t.lang).description,
    syllabus: [...(document.syllabus ?? [])],
    outcomes: [...(document.outcomes ?? [])],
    skills: (document.skills ?? []).map((skill) => ({ ...skill })),
    instructors: (document.instructors ?? []).map((person) => ({ ...person })),
    prerequisites: prerequisitesJson(row),
    translations: Object.keys(document.translations ?? {}),
    video: document.videoUrl,
    licence: document.licence,
    platformRating: document.rating && { ...document.rating },
    enrolledCount: document.enrolledCount,
    runs: row.runs.map((run) => runJson(run, speaker)),
  };
}

function prerequisitesJson({ document, wanted }: CourseRow): CourseJson['prerequisites'] {
  const said = document.prerequisites;
  if (!said && wanted.length === 0) return undefined;
  return { nothing: said?.nothing ?? false, text: said?.text, courses: wanted.map(wantedJson) };
}

const wantedJson = ({ found, title, url }: WantedCourse) =>
  found ? { id: found.id, slug: found.slug, title: found.title, url } : { title, url };
