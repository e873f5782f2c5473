import { canonicalJson, hashOf } from '../course-document/document-hash.ts';
import type { ResolvedDocument } from './resolve-course.ts';

export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Long values are told as changed, without the words; prices always with theirs. */
const longestValue = 300;
const longestPrices = 3000;

const told = (field: string, value: unknown): unknown =>
  value === undefined || canonicalJson(value).length > (field === 'costs' ? longestPrices : longestValue)
    ? undefined
    : value;

/** The day on which a price was seen is no part of the price. */
const same = (before: unknown, after: unknown): boolean => hashOf({ it: before }) === hashOf({ it: after });

/** What differs between two versions of a course, field by field, for the course page and the change feed. */
export function changedFields(before: ResolvedDocument, after: ResolvedDocument): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof ResolvedDocument>;
  return [...names].sort().flatMap((field) => {
    if (same(before[field], after[field])) return [];
    const [was, is] = [told(field, before[field]), told(field, after[field])];
    return [
      { field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
    ];
  });
}
