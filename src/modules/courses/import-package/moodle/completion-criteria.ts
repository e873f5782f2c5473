import { elementsBelow, type XmlNode } from '../../../../platform/xml/xml-tree.ts';
import type { CompletionRules, Section } from '../../content/course-content.ts';
import type { OfferedDays } from '../package-reader.ts';
import type { Backup } from './backup-scene.ts';
import { field, numberField } from './moodle-text.ts';

/** What Moodle's numbers of criteria mean, of those that have a counterpart. */
const byActivity = '4';
const byGrade = '6';
/** Grades of a course count to this, where nobody set them otherwise. */
const usualMost = 100;

/** When the course is completed, as far as its criteria tell; by seeing all of it where there are none. */
export function completionOf(
  { contents, links }: Backup,
  sections: readonly Section[],
): Partial<CompletionRules> {
  const criteria = elementsBelow(contents.completion, 'course_completion_criteria');
  const named = (type: string): XmlNode[] => criteria.filter((each) => field(each, 'criteriatype') === type);
  const wanted = new Set(
    named(byActivity).flatMap((each) => links.unitOf.get(field(each, 'moduleinstance')) ?? []),
  );
  const blocks = sections
    .flatMap(({ units }) => units)
    .filter(({ id }) => wanted.has(id))
    .flatMap((unit) => unit.blocks);
  const mustPass = blocks
    .flatMap(({ id, content }) => (content.type === 'questions' ? [id] : []))
    .slice(0, 50);
  const work = blocks.some(({ content }) => content.type === 'assignment');
  const limit = Math.max(0, ...named(byGrade).map((each) => numberField(each, 'gradepass')));
  const points = Math.min(1, limit / usualMost);
  // criteria that are all of other kinds, such as a date, leave the usual rule
  if (mustPass.length === 0 && !work && points === 0) return { seen: 1 };
  return { mustPass, work, points };
}

/** The course's own days, in seconds since 1970 there. */
export function daysOf(course: XmlNode | undefined): OfferedDays | undefined {
  const day = (name: string): string | undefined => {
    const seconds = numberField(course, name);
    return seconds > 0 && seconds < 1e10 ? new Date(seconds * 1000).toISOString().slice(0, 10) : undefined;
  };
  const startOn = day('startdate');
  if (startOn === undefined) return undefined;
  const endOn = day('enddate');
  return {
    startOn,
    endOn: endOn !== undefined && endOn >= startOn ? endOn : null,
    enrolmentStartOn: null,
    enrolmentEndOn: null,
  };
}
