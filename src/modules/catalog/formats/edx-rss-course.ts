import type { InstructorClaim, RunClaim, SubjectClaim } from '../course-document/course-document.ts';
import { keyFromAddress, keyFromWords } from './address-key.ts';
import type { FeedRecord } from './feed-format.ts';
import { openEdxKey } from './open-edx-key.ts';
import { present, type RecordReader } from './record-reader.ts';
import { childOf, childrenOf, childText, type XmlElement } from './xml-elements.ts';

/** What news and podcasts do not have. */
const courseFields = [
  'self_paced',
  'effort',
  'school',
  'instructors',
  'start',
  'end',
  'start_date',
  'end_date',
  'startDate',
  'endDate',
  'course_id',
  'level',
  'institution',
  'provider',
  'code',
];
const courseSegment = /^(?:courses?|cours|moocs?|formations?|cursos?|kurse?|corsi?)$/i;
const courseCategory =
  /^(?:online[ -])?(?:courses?|cours|cours en ligne|moocs?|spoc|formations?|cursos?|kurse?)$/i;

/** The address of an item: the text of RSS, the attribute of Atom. */
function addressOf(item: XmlElement): string | undefined {
  const links = childrenOf(item, 'link');
  const written = links.find((link) => link.text !== '')?.text;
  const atom = links.find((link) => (link.attributes['rel'] ?? 'alternate') === 'alternate');
  return written ?? atom?.attributes['href'];
}

const categories = (item: XmlElement): readonly string[] =>
  childrenOf(item, 'category').map((one) => one.text || (one.attributes['term'] ?? ''));

function hasCourseAddress(item: XmlElement): boolean {
  const address = addressOf(item);
  if (address === undefined || !URL.canParse(address)) return false;
  const segments = new URL(address).pathname.split('/').filter(Boolean);
  return segments.slice(0, -1).some((segment) => courseSegment.test(segment));
}

/** Why an item is no course; undefined when it is one. */
export function notACourse(item: XmlElement): string | undefined {
  const id = childText(item, 'id') ?? '';
  if (
    id.startsWith('course-v1:') ||
    courseFields.some((name) => childText(item, name) ?? childOf(item, name)?.children.length)
  ) {
    return undefined;
  }
  const media = childOf(item, 'enclosure')?.attributes['type'] ?? '';
  if (/^(?:audio|video)\//.test(media)) return `not a course: an episode with a file of type "${media}"`;
  if (hasCourseAddress(item) || categories(item).some((one) => courseCategory.test(one))) return undefined;
  return 'not a course: a news item, with none of the fields of a course and no address under courses';
}

const firstText = (item: XmlElement, ...names: readonly string[]): string | undefined =>
  names.map((name) => childText(item, name)).find((text) => text !== undefined);

function readKey(item: XmlElement, title: string | undefined): string | undefined {
  const id = firstText(item, 'course_id', 'id');
  if (id !== undefined && !/^https?:/.test(id)) return openEdxKey(id)?.course ?? id;
  const guid = childText(item, 'guid');
  const named = guid !== undefined && !/^https?:/.test(guid) ? guid : undefined;
  return named ?? keyFromAddress(addressOf(item)) ?? keyFromAddress(guid) ?? (title && keyFromWords(title));
}

function readRuns(read: RecordReader, item: XmlElement): readonly RunClaim[] {
  const id = firstText(item, 'course_id', 'id');
  const day = (name: string, ...names: readonly string[]) =>
    read.day(`runs[0].${name}`, firstText(item, ...names));
  const start = day('start', 'start', 'start_date', 'startDate');
  const pace = firstText(item, 'self_paced', 'pacing') ?? '';
  const self = /^(?:1|true|yes|self)/i.test(pace);
  const days = {
    start,
    end: day('end', 'end', 'end_date', 'endDate'),
    enrolmentStart: day('enrolmentStart', 'enrollment_start', 'enrollmentStart', 'enrollment-start'),
    enrolmentEnd: day('enrolmentEnd', 'enrollment_end', 'enrollmentEnd', 'enrollment-end'),
  };
  if (pace === '' && Object.values(days).every((one) => one === undefined)) return [];
  const own = id !== undefined && openEdxKey(id)?.run !== undefined ? id : undefined;
  const key = own ?? start?.on ?? (self ? 'self' : 'scheduled');
  return [present<RunClaim>({ key, pacing: self ? 'self' : 'scheduled', ...days })];
}

function readStaff(read: RecordReader, item: XmlElement): readonly InstructorClaim[] {
  const people = childrenOf(item, 'instructors').flatMap((list) => list.children);
  const alone = [...childrenOf(item, 'creator'), ...childrenOf(item, 'instructor')];
  const claims = people.map((person, index) =>
    present<InstructorClaim>({
      name: read.name(`instructors[${index}].name`, childText(person, 'name') ?? person.text) ?? '',
      role: read.name(`instructors[${index}].role`, childText(person, 'title')),
      url: read.link(`instructors[${index}].url`, childText(person, 'url')),
    }),
  );
  const named = alone.flatMap((one) => read.name('instructors', one.text) ?? []).map((name) => ({ name }));
  return (claims.length > 0 ? claims : named).filter((one) => Boolean(one.name));
}

function readSubjects(read: RecordReader, item: XmlElement): readonly SubjectClaim[] {
  const words = [...childrenOf(item, 'subject').map((one) => one.text), ...categories(item)];
  return [...new Set(words)].flatMap((word) => {
    const label = courseCategory.test(word) ? undefined : read.name('subjects', word);
    return label === undefined ? [] : [{ scheme: 'label' as const, label }];
  });
}

/** A YouTube id, or an address. */
function readVideo(read: RecordReader, item: XmlElement): string | undefined {
  const written = firstText(item, 'video-youtube', 'video-file', 'video');
  const address = /^[\w-]{11}$/.test(written ?? '') ? `https://www.youtube.com/watch?v=${written}` : written;
  return read.link('videoUrl', address);
}

function readImage(read: RecordReader, item: XmlElement): string | undefined {
  const enclosure = childrenOf(item, 'enclosure').find((one) =>
    (one.attributes['type'] ?? '').startsWith('image/'),
  );
  const written = firstText(item, 'image-banner', 'image-thumbnail', 'image') ?? enclosure?.attributes['url'];
  return read.link('imageUrl', written ?? childOf(item, 'thumbnail')?.attributes['url']);
}

const nothingNeeded = /^(?:none|no|n\/a|nothing|no prerequisites?|aucun|ninguno|nenhum|keine)[.!]?$/i;

/** The record that one item makes; `language` is what the channel says its texts are in. */
export function readRssCourse(
  read: RecordReader,
  item: XmlElement,
  language: string | undefined,
): FeedRecord {
  const title = read.title(childText(item, 'title'));
  const prerequisites = childText(item, 'prerequisites');
  const text = firstText(item, 'description', 'encoded', 'content', 'summary');
  return read.finish({
    key: readKey(item, title),
    title,
    summary: read.summary(firstText(item, 'subtitle', 'tagline')),
    description: read.text('description', text),
    languages:
      read.languages(
        'languages',
        childrenOf(item, 'language').map((one) => one.text),
      ) ?? read.languages('languages', language),
    level: read.level(firstText(item, 'level', 'difficulty')),
    certificate: /^(?:1|true|yes)$/i.test(firstText(item, 'verified') ?? '') ? 'paid' : undefined,
    costs: [read.cost('access', childText(item, 'price'))].filter((line) => line !== undefined),
    effort: {
      ...read.effort(childText(item, 'length'), 'weeks'),
      ...read.effort(childText(item, 'effort'), 'hours-per-week'),
    },
    providers: [
      ...childrenOf(item, 'school'),
      ...childrenOf(item, 'institution'),
      ...childrenOf(item, 'provider'),
    ].flatMap((one) => {
      const name = read.name('providers', one.text);
      return name === undefined ? [] : [{ name }];
    }),
    instructors: readStaff(read, item),
    subjects: readSubjects(read, item),
    prerequisites: nothingNeeded.test(prerequisites ?? '')
      ? { nothing: true }
      : present({ text: read.text('prerequisites', prerequisites) }),
    runs: readRuns(read, item),
    url: read.link('url', addressOf(item)),
    imageUrl: readImage(read, item),
    videoUrl: readVideo(read, item),
  });
}
