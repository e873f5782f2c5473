import { canonicalJson } from '../course-document/document-hash.ts';
import type { ResolvedDocument } from './resolve-course.ts';

export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Long values are told as changed, without the words. */
const longestValue = 300;

const told = (value: unknown): unknown =>
  value === undefined || canonicalJson(value).length > longestValue ? undefined : value;

/** What differs between two versions of a course, field by field, for the course page and the change feed. */
export function changedFields(before: ResolvedDocument, after: ResolvedDocument): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof ResolvedDocument>;
  return [...names].sort().flatMap((field) => {
    if (canonicalJson(before[field]) === canonicalJson(after[field])) return [];
    const [was, is] = [told(before[field]), told(after[field])];
    return [
      { field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
    ];
  });
}
