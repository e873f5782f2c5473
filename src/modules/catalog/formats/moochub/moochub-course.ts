import type { CourseFormat, Effort } from '../../course-document/course-document.ts';
import { shown } from '../../course-document/degradation.ts';
import { firstSentences, plainText, textCaps } from '../../course-document/plain-text.ts';
import type { FeedRecord } from '../feed-format.ts';
import { at, firstOf, isObject, listOf, numberOf, objectsOf, textOf } from '../raw-value.ts';
import type { RawObject } from '../raw-value.ts';
import type { RecordReader } from '../record-reader.ts';
import { mediaUrl } from './media-url.ts';
import { moochubAlignments, moochubPrerequisites, moochubSkills } from './moochub-claims.ts';
import { moochubCertificate, moochubCosts } from './moochub-offers.ts';
import { moochubInstructors, moochubProviders } from './moochub-people.ts';
import { moochubRuns } from './moochub-runs.ts';

/**
 * The attributes of one course. The versions differ in names (languages -> inLanguage, video -> trailer), in plurals and
 * in a few shapes; each field is read under all its names, since feeds mix versions.
 */
export function moochubCourse(r: RecordReader, id: string | undefined, a: RawObject): FeedRecord {
  const languages = r.languages('languages', firstOf(a, 'inLanguage', 'languages', 'language'));
  const costs = moochubCosts(r, a);
  const modes = listOf(a['courseMode']).flatMap((one) => textOf(one)?.toLowerCase() ?? []);
  return r.finish({
    key: id ?? textOf(a['courseCode']),
    title: r.title(a['name']),
    ...textsOf(r, a),
    outcomes: r.lines('outcomes', a['learningObjectives']),
    languages,
    level: levelOf(r, a),
    kind: modes.includes('mooc') ? 'mooc' : undefined,
    format: formatOf(modes),
    certificate: moochubCertificate(a, costs),
    costs,
    effort: { ...r.effort(a['duration']), ...workload(r, a['workload']) },
    providers: moochubProviders(r, a),
    instructors: moochubInstructors(r, a),
    subjects: moochubAlignments(r, a, languages?.[0]),
    skills: moochubSkills(r, a, languages?.[0]),
    prerequisites: moochubPrerequisites(r, a, languages?.[0]),
    runs: moochubRuns(r, a, modes),
    url: r.link('url', a['url']),
    imageUrl: r.link('imageUrl', mediaUrl(a['image'])),
    videoUrl: r.link('videoUrl', mediaUrl(firstOf(a, 'trailer', 'video'))),
    licence: r.name('licence', licenceOf(a)),
  });
}

/** An abstract longer than two sentences is a description when there is no other. */
function textsOf(
  r: RecordReader,
  a: RawObject,
): { summary: string | undefined; description: string | undefined } {
  const abstract = textOf(a['abstract']);
  const plain = abstract === undefined ? undefined : plainText(abstract);
  const isLong = plain !== undefined && plain.length > textCaps.summary;
  return {
    summary: plain === undefined ? undefined : isLong ? firstSentences(plain) : r.summary(plain),
    description: r.text('description', firstOf(a, 'description') ?? (isLong ? abstract : undefined)),
  };
}

/**
 * Version 3 gives {timeValue, timeUnit}, version 2 hours a week. Version 1 feeds give minutes of the whole course: no
 * week has 169 hours.
 */
function workload(r: RecordReader, value: unknown): Effort | undefined {
  if (isObject(value)) {
    const hours = r.number('effort', value['timeValue']);
    const perWeek = weeklyFactors[textOf(value['timeUnit']) ?? ''];
    if (hours === undefined || hours === 0) return undefined;
    if (perWeek === undefined)
      return r.note('effort', `not a unit of work: ${shown(value['timeUnit'] ?? null)}`);
    return r.effort(Math.round(hours * perWeek * 10) / 10, 'hours-per-week');
  }
  const number = numberOf(value);
  if (number === undefined) return r.effort(value);
  return r.effort(number, number > 168 ? 'minutes' : 'hours-per-week');
}

const weeklyFactors: Readonly<Record<string, number>> = { 'h/week': 1, 'h/month': 12 / 52, 'h/day': 7 };

function formatOf(modes: readonly string[]): CourseFormat | undefined {
  const onSite = modes.some((mode) => /^on-?site$/.test(mode));
  const online = modes.includes('online') || modes.includes('mooc');
  if (modes.includes('blended') || (online && onSite)) return 'blended';
  return online ? 'online' : onSite ? 'on-site' : undefined;
}

function levelOf(r: RecordReader, a: RawObject) {
  const names = listOf(a['educationalLevel']).flatMap((level) => {
    if (!isObject(level)) return textOf(level) ?? [];
    return [...listOf(level['name']), ...listOf(level['alternateName'])].flatMap(
      (name) => textOf(isObject(name) ? name['name'] : name) ?? [],
    );
  });
  return names.flatMap((name) => r.level(name) ?? [])[0];
}

/** The SPDX id where one is given; a proprietary licence by its own document, if there is one. */
function licenceOf(a: RawObject): string | undefined {
  const value = firstOf(a, 'license', 'licence', 'courseLicenses', 'licenses');
  const [licence] = objectsOf(value);
  if (!licence) return textOf(listOf(value)[0]);
  const id = textOf(firstOf(licence, 'identifier', 'id'));
  const address = textOf(firstOf(licence, 'contentUrl', 'url'));
  return id === undefined || /^proprietary/i.test(id)
    ? (address ?? id?.toLowerCase() ?? textOf(at(licence, 'name')))
    : id;
}
