import { shown } from '../../course-document/degradation.ts';
import type { FeedFormat, FeedInput, FeedOptions, FeedRecord } from '../feed-format.ts';
import { FeedUnreadable } from '../feed-format.ts';
import { RecordReader } from '../record-reader.ts';
import { xmlElements } from '../xml-elements.ts';
import type { StreamedElement } from '../xml-elements.ts';
import { elmCourse } from './elm-course.ts';
import { indexReferences, pictureBytes } from './elm-index.ts';
import type { ElmIndex } from './elm-index.ts';
import { textsIn } from './elm-texts.ts';

/**
 * Learning opportunities and qualifications of the European Learning Model 3 in XML (application profiles "learning
 * opportunities and qualifications" and "accreditations"). What they refer to (providers, specifications,
 * outcomes) may stand after them, so the feed is read twice: once to keep what is referred to, once for the records.
 * A specification that no opportunity refers to, and that is no part of another, is a course of its own.
 */
export const elm: FeedFormat = { name: 'elm', detect, read };

function detect(head: string): number {
  if (!head.startsWith('<')) return 0;
  if (/data\.europa\.eu\/snb\/model/.test(head)) return 0.95;
  return /<(?:\w+:)?learning(?:Opportunity|AchievementSpecification)(?:References)?[\s>]/.test(head)
    ? 0.8
    : 0;
}

const courses = new Set(['learningOpportunity', 'learningAchievementSpecification', 'qualification']);
/** Things of the same feeds that one could take for records and that are none. */
const others = new Set(['accreditation', 'credential', 'europassCredential']);

const isRecord = (
  name: string,
  path: readonly string[],
  attributes: Readonly<Record<string, string>>,
): boolean => path.length <= 3 && attributes['id'] !== undefined && (courses.has(name) || others.has(name));

async function* read(input: FeedInput, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const index = await indexReferences(input);
  let records = 0;
  for await (const streamed of xmlElements(input, { wanted: isRecord, ignored: pictureBytes })) {
    records += 1;
    const record = recordOf(streamed, index, options.today);
    if (record) yield record;
  }
  if (records === 0 && index.isEmpty) {
    throw new FeedUnreadable(`no learning opportunity and no qualification in ${input.location}`);
  }
}

function recordOf(
  { element, problems }: StreamedElement,
  index: ElmIndex,
  today: string,
): FeedRecord | undefined {
  const id = element.attributes['id'] ?? '';
  const r = new RecordReader(today);
  for (const problem of problems) r.note('record', `not well-formed: ${shown(problem)}`);
  if (others.has(element.name)) {
    return r.refuse(`not a course: ${element.name}`, id, textsIn(element, 'title')[0]?.text);
  }
  if (element.name !== 'learningOpportunity' && index.isCovered(id)) return undefined;
  return elmCourse(r, element, index);
}
