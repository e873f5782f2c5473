import type { FeedFormat, FeedInput, FeedOptions, FeedRecord } from '../feed-format.ts';
import { nextAddress, readRecords } from '../json-pages.ts';
import type { JsonRecord, PagedShape } from '../json-pages.ts';
import { isObject, textOf } from '../raw-value.ts';
import { RecordReader } from '../record-reader.ts';
import { shown } from '../../course-document/degradation.ts';
import { moochubCourse } from './moochub-course.ts';

const shape: PagedShape = {
  lists: ['data'],
  values: ['links.next'],
  next: (values) => nextAddress(addressIn(values.get('links.next'))),
};

/** JSON:API allows a link to be an object with an href. */
const addressIn = (link: unknown): unknown => (isObject(link) ? link['href'] : link);

/**
 * Courses as the platforms of the MOOChub exchange them: JSON:API with {links, data: [{type, id, attributes}]}, versions
 * 1, 2 and 3 of the schema (github.com/MOOChub/schema), page after page by links.next.
 */
export const moochub: FeedFormat = { name: 'moochub', detect, read };

const marks =
  /"(?:moocProvider|courseLicenses|partnerInstitutes?|learningResourceType|availableUntil|learningObjectives|courseMode)"\s*:/g;

function detect(head: string, input: FeedInput): number {
  if (!head.startsWith('{')) return 0;
  if (/moochub/i.test(input.contentType ?? '')) return 1;
  if (!/"data"\s*:\s*\[/.test(head) || !/"attributes"\s*:/.test(head)) return 0;
  if (!/"type"\s*:\s*"(?:courses?|Course)"/.test(head)) return 0;
  return head.match(marks) ? 0.97 : 0.6;
}

function read(input: FeedInput, options: FeedOptions): AsyncIterable<FeedRecord> {
  return readRecords(input, options, shape, (record) => recordOf(record, options.today));
}

function recordOf({ raw, location }: JsonRecord, today: string): FeedRecord {
  const r = new RecordReader(today, location);
  const id = textOf(raw['id']);
  const type = textOf(raw['type']);
  const attributes = raw['attributes'];
  const title = isObject(attributes) ? textOf(attributes['name']) : undefined;
  if (type !== undefined && !/^courses?$/i.test(type))
    return r.refuse(`not a course: type is ${shown(type)}`, id, title);
  return isObject(attributes) ? moochubCourse(r, id, attributes) : r.refuse('no attributes', id);
}
