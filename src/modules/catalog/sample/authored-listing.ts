import { z } from 'zod';
import { certificateKinds, courseFormats, courseKinds, levels } from '../course-document/course-document.ts';

/**
 * The short form in which the sample listings are written; README.md beside this file explains every key.
 * Strict on purpose: a misspelt key in a data file is an error, not a silently missing field.
 */
const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const minorUnits = z.int().nonnegative();

const datedRun = z.strictObject({
  at: z.int(),
  weeks: z.int().positive().exactOptional(),
  opens: z.int().exactOptional(),
  join: z.int().exactOptional(),
  lang: text.exactOptional(),
  name: text.exactOptional(),
});
const monthRun = z.strictObject({ month: z.int().positive(), weeks: z.int().positive().exactOptional() });
const yearlyRuns = z.strictObject({
  every: z.union([z.int().min(1).max(12), z.array(z.int().min(1).max(12)).nonempty()]),
  years: z.int().min(1).max(10),
  weeks: z.int().positive(),
  day: z.int().min(1).max(28).exactOptional(),
});
const archivedRun = z.strictObject({
  archived: z.int().negative(),
  weeks: z.int().positive().exactOptional(),
});
const cancelledRun = z.strictObject({ cancelled: z.int() });

export const authoredRun = z.union([
  z.literal(['self', 'tba']),
  datedRun,
  monthRun,
  yearlyRuns,
  archivedRun,
  cancelledRun,
]);
export type AuthoredRun = z.infer<typeof authoredRun>;

const cost = z.strictObject({
  access: minorUnits.exactOptional(),
  certificate: minorUnits.exactOptional(),
  exam: minorUnits.exactOptional(),
  month: minorUnits.exactOptional(),
  year: minorUnits.exactOptional(),
  currency: z.string().length(3).exactOptional(),
});

const translation = z.strictObject({ t: text, s: text.exactOptional(), d: text.exactOptional() });

/** A name here is invented and says so. */
const instructor = z.strictObject({ name: text.endsWith(' (sample)'), role: text });

/** What a second listing of the same course may say differently. */
const twin = z.strictObject({
  on: slug,
  t: text.exactOptional(),
  s: text.exactOptional(),
  d: text.exactOptional(),
  by: z.union([slug, z.array(slug).nonempty()]).exactOptional(),
  fx: text.exactOptional(),
  cert: z.literal(certificateKinds).exactOptional(),
  cost: cost.exactOptional(),
  runs: z.array(authoredRun).nonempty().exactOptional(),
  stars: z.tuple([z.number().min(1).max(5), z.int().positive()]).exactOptional(),
});

export const authoredListing = z.strictObject({
  k: slug,
  on: slug,
  by: z.union([slug, z.array(slug).nonempty()]),
  t: text.max(110),
  s: text.max(260),
  d: text.min(40),
  plan: z.array(text).min(3).max(8),
  can: z.array(text).min(2).max(5),
  subj: z.union([slug, z.array(slug).nonempty()]),
  skills: z.array(text).min(2).max(5),
  lv: z.literal(levels),
  fx: text,
  cert: z.literal(certificateKinds),
  cost,
  runs: z.array(authoredRun).nonempty(),
  kind: z.literal(courseKinds).exactOptional(),
  format: z.literal(courseFormats).exactOptional(),
  lang: z.array(text).nonempty().exactOptional(),
  subs: z.array(text).nonempty().exactOptional(),
  needs: z.union([z.literal('nothing'), z.array(slug).nonempty()]).exactOptional(),
  know: text.exactOptional(),
  who: z.array(instructor).nonempty().exactOptional(),
  tr: z.record(text, translation).exactOptional(),
  stars: z.tuple([z.number().min(1).max(5), z.int().positive()]).exactOptional(),
  joined: z.int().positive().exactOptional(),
  lic: text.exactOptional(),
  also: twin.exactOptional(),
});
export type AuthoredListing = z.infer<typeof authoredListing>;

export const listingFile = z.strictObject({ language: text, listings: z.array(authoredListing) });
export type ListingFile = z.infer<typeof listingFile>;
