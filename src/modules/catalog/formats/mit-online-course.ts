import type { CostLine, Effort, RunClaim } from '../course-document/course-document.ts';
import { newestRun } from './discovery-run.ts';
import { readSubjects } from './discovery-course.ts';
import type { FeedRecord } from './feed-format.ts';
import { openEdxKey } from './open-edx-key.ts';
import { readPeople } from './person-name.ts';
import { at, firstOf, flagOf, listOf, numberOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import { type RecordReader, whole } from './record-reader.ts';

/** Prices carry no currency in this interface; both platforms sell in dollars only. */
const currency = 'USD';

function readRuns(read: RecordReader, runs: readonly RawObject[], anytime: boolean): readonly RunClaim[] {
  return runs.flatMap((run, index) => {
    const field = `runs[${index}]`;
    const selfPaced = flagOf(run['is_self_paced']) ?? anytime;
    const claim = whole<RunClaim>(
      {
        key: textOf(firstOf(run, 'courseware_id', 'run_tag', 'id')),
        pacing: selfPaced ? 'self' : 'scheduled',
        title: read.name(`${field}.title`, run['title']),
        url: read.link(`${field}.url`, run['courseware_url']),
        start: read.day(`${field}.start`, run['start_date']),
        end: read.day(`${field}.end`, run['end_date']),
        enrolmentStart: read.day(`${field}.enrolmentStart`, run['enrollment_start']),
        enrolmentEnd: read.day(`${field}.enrolmentEnd`, run['enrollment_end']),
        declared: flagOf(run['is_archived']) === true ? 'archived' : undefined,
      },
      'key',
    );
    return claim ?? [];
  });
}

/** Where one may audit, access is free and the product is the certificate; elsewhere the product is the access. */
function readCosts(read: RecordReader, run: RawObject): readonly CostLine[] {
  const slugs = listOf(run['enrollment_modes']).map((mode) => textOf(at(mode, 'mode_slug')));
  const free = slugs.includes('audit');
  const products = objectsOf(run['products']).filter((product) => flagOf(product['is_active']) !== false);
  const prices = products.length > 0 ? products.map((product) => product['price']) : [run['current_price']];
  const sold = prices.flatMap((price) => read.cost(free ? 'certificate' : 'access', price, currency) ?? []);
  const access = free ? read.cost('access', 0, currency) : undefined;
  return access ? [access, ...sold] : sold;
}

function readEffort(read: RecordReader, raw: RawObject): Effort {
  const weekly = read.effort(firstOf(raw, 'time_commitment') ?? at(raw, 'page', 'effort'));
  const length = read.effort(firstOf(raw, 'duration') ?? at(raw, 'page', 'length'));
  const minimum = numberOf(raw['min_weekly_hours']);
  const maximum = numberOf(raw['max_weekly_hours']);
  const weeks = numberOf(raw['max_weeks']);
  return {
    ...length,
    ...weekly,
    ...(minimum !== undefined && { minHoursPerWeek: minimum }),
    ...(maximum !== undefined && { maxHoursPerWeek: maximum }),
    ...(weeks !== undefined && { weeks }),
  };
}

/** A course of MITx Online or MIT xPRO (/api/v2/courses, /api/courses): `courseruns`, `readable_id`. */
export function readMitOnlineCourse(read: RecordReader, raw: RawObject): FeedRecord {
  const id = textOf(firstOf(raw, 'readable_id', 'id'));
  const title = read.title(raw['title']);
  const all = objectsOf(raw['courseruns']);
  const runs = all.filter((run) => flagOf(run['live']) !== false);
  if (flagOf(at(raw, 'page', 'live')) === false) return read.refuse('its page is not published', id, title);
  if (all.length > 0 && runs.length === 0) return read.refuse('none of its runs is published', id, title);
  const run = newestRun(runs, 'start_date');
  const costs = readCosts(read, run);
  return read.finish({
    key: id && (openEdxKey(id)?.course ?? id),
    title,
    description: read.text('description', firstOf(raw, 'description') ?? at(raw, 'page', 'description')),
    format: /online/i.test(textOf(raw['format']) ?? '') ? 'online' : undefined,
    certificate:
      textOf(raw['certificate_type']) && costs.some((line) => line.amount > 0) ? 'paid' : undefined,
    costs,
    effort: readEffort(read, raw),
    instructors: readPeople(
      read,
      at(raw, 'page', 'instructors') ?? runs.flatMap((one) => objectsOf(one['instructors'])),
    ),
    subjects: readSubjects(read, firstOf(raw, 'topics', 'departments')),
    ...(flagOf(raw['required_prerequisites']) === false && { prerequisites: { nothing: true as const } }),
    runs: readRuns(read, runs, textOf(raw['availability']) === 'anytime'),
    url: read.link('url', firstOf(raw, 'external_marketing_url', 'url') ?? at(raw, 'page', 'page_url')),
    imageUrl: read.link('imageUrl', firstOf(raw, 'thumbnail_url') ?? at(raw, 'page', 'feature_image_src')),
    videoUrl: read.link('videoUrl', raw['video_url']),
  });
}
