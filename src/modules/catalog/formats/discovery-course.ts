import type { ProviderClaim, SkillClaim, SubjectClaim } from '../course-document/course-document.ts';
import { readPrerequisites } from '../course-document/prerequisites.ts';
import { readOffer } from './discovery-costs.ts';
import { isShown, newestRun, readDiscoveryRuns } from './discovery-run.ts';
import type { FeedRecord } from './feed-format.ts';
import { readPeople } from './person-name.ts';
import { at, firstOf, listOf, numberOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { present, type RecordReader, whole } from './record-reader.ts';

/** The organisations of a course; one without a name goes by its key. */
export function readOwners(read: RecordReader, owners: unknown): readonly ProviderClaim[] {
  return objectsOf(owners).flatMap((owner, index) => {
    const field = `providers[${index}]`;
    const claim = whole<ProviderClaim>(
      {
        name: read.name(`${field}.name`, firstOf(owner, 'name', 'key')),
        key: textOf(owner['key']),
        url: read.link(`${field}.url`, firstOf(owner, 'homepage_url', 'marketing_url')),
        logoUrl: read.link(
          `${field}.logoUrl`,
          firstOf(owner, 'logo_image_url', 'certificate_logo_image_url'),
        ),
      },
      'name',
    );
    return claim ?? [];
  });
}

/** Subjects as objects with a name, or as bare words. */
export function readSubjects(read: RecordReader, value: unknown): readonly SubjectClaim[] {
  return listOf(value).flatMap((item, index) => {
    const label = read.name(`subjects[${index}].label`, textOf(item) ?? at(item, 'name'));
    const code = textOf(at(item, 'slug'));
    return label === undefined ? [] : [present<SubjectClaim>({ scheme: 'label', label, code })];
  });
}

function readSkills(read: RecordReader, raw: RawObject): readonly SkillClaim[] {
  const named = objectsOf(raw['skills']).map((skill) => skill['name']);
  const labels = (named.length > 0 ? named : listOf(raw['skill_names'])).flatMap(
    (label, index) => read.name(`skills[${index}].label`, label) ?? [],
  );
  return [...new Set(labels)].map((label) => ({ label }));
}

function languagesOf(read: RecordReader, runs: readonly RawObject[], name: string, field: string) {
  const values = runs.flatMap((run) => listOf(run[name]));
  return read.languages(field, values);
}

/** Titles of the courses to take before, when the record lists some, and the text about what to know. */
function readNeeds(read: RecordReader, raw: RawObject) {
  const needs = readPrerequisites(read.text('prerequisites.text', raw['prerequisites_raw']) ?? '');
  const titles = listOf(raw['prerequisites']).flatMap(
    (item) => textOf(item) ?? textOf(at(item, 'name')) ?? [],
  );
  if (titles.length === 0) return needs;
  return { ...needs, courses: titles.map((title) => ({ title })) };
}

/** A course of course-discovery with the runs that may be shown. */
export function readDiscoveryCourse(read: RecordReader, raw: RawObject): FeedRecord {
  const key = textOf(firstOf(raw, 'key', 'uuid'));
  const title = read.title(raw['title']);
  const all = objectsOf(raw['course_runs']);
  const runs = all.filter(isShown);
  if (all.length > 0 && runs.length === 0) return read.refuse('none of its runs is published', key, title);
  const run = newestRun(runs);
  const offer = readOffer(read, run['seats'], raw['entitlements']);
  return read.finish({
    key,
    title,
    summary: read.summary(firstOf(raw, 'short_description') ?? run['short_description']),
    description: read.text('description', firstOf(raw, 'full_description') ?? run['full_description']),
    syllabus: read.lines('syllabus', raw['syllabus_raw']),
    outcomes: read.lines('outcomes', firstOf(raw, 'expected_learning_items', 'outcome') ?? run['outcome']),
    languages: languagesOf(read, [run, ...runs], 'content_language', 'languages'),
    subtitles: languagesOf(read, runs, 'transcript_languages', 'subtitles'),
    level: read.level(firstOf(raw, 'level_type') ?? run['level_type']),
    certificate: offer.certificate,
    costs: offer.costs,
    effort: present({
      minHoursPerWeek: numberOf(run['min_effort']),
      maxHoursPerWeek: numberOf(run['max_effort']),
      weeks: numberOf(run['weeks_to_complete']),
    }),
    providers: readOwners(read, raw['owners']),
    instructors: readPeople(read, firstOf(run, 'staff', 'instructors')),
    subjects: readSubjects(read, firstOf(raw, 'subjects', 'topics')),
    skills: readSkills(read, raw),
    prerequisites: readNeeds(read, raw),
    runs: readDiscoveryRuns(read, runs),
    url: read.link('url', raw['marketing_url']) ?? read.link('url', run['marketing_url']),
    imageUrl: read.link(
      'imageUrl',
      at(raw, 'image', 'src') ?? at(raw, 'original_image', 'src') ?? raw['card_image_url'],
    ),
    videoUrl: read.link('videoUrl', at(raw, 'video', 'src') ?? at(run, 'video', 'src')),
    licence: textOf(run['license']),
    enrolledCount: read.count('enrolledCount', raw['enrollment_count']),
  });
}

/** A record of the run list (/api/v1/course_runs): the course is named by key and told by what the run says of it. */
export function readDiscoveryRunRecord(read: RecordReader, raw: RawObject): FeedRecord {
  const title = read.title(raw['title']);
  if (!isShown(raw)) return read.refuse('not published', textOf(raw['key']), title);
  const { key: _run, ...rest } = raw;
  return readDiscoveryCourse(read, {
    ...rest,
    key: raw['course'],
    course_runs: [raw],
    enrollment_count: null,
  });
}
