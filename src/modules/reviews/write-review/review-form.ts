import { z } from 'zod';
import { langs } from '../../../platform/i18n/languages.ts';
import { typedLine, typedText } from '../../../platform/text/clean-text.ts';
import type { Criteria, DropReason, ReviewStatus } from '../tables.ts';

/** What a reviewer says, checked and cleaned. */
export interface ReviewInput {
  readonly stars: number;
  readonly status: ReviewStatus;
  readonly dropReason?: DropReason;
  readonly criteria: Criteria;
  /** As lived; a tenth of an hour is kept. */
  readonly hoursAWeek?: number;
  readonly body?: string;
  readonly pros?: string;
  readonly cons?: string;
  readonly forWhom?: string;
  /** A run that the catalogue knows. */
  readonly runId?: string;
  /** What they call the run, where the catalogue does not know it. */
  readonly runLabel?: string;
  readonly lang: string;
  /** First day of the month in which they took it. */
  readonly experiencedOn?: string;
  readonly isAnonymous: boolean;
}

export const reviewStatuses: readonly ReviewStatus[] = ['finished', 'under-way', 'dropped'];
export const dropReasons: readonly DropReason[] = [
  'time',
  'life',
  'too-hard',
  'too-easy',
  'content',
  'teaching',
  'technical',
  'price',
  'other',
];
export const criteria = ['content', 'teaching', 'exercises', 'support'] as const;
export type Criterion = (typeof criteria)[number];

/** Languages that reviews are written in: those of the interface first. */
export const reviewLangs = [
  ...langs,
  ...[
    'de',
    'it',
    'nl',
    'pl',
    'uk',
    'tr',
    'ca',
    'ro',
    'sv',
    'el',
    'cs',
    'ja',
    'ko',
    'hi',
    'bn',
    'vi',
    'id',
    'fa',
  ],
] as const;

/** Most characters of each text. */
export const longest = { body: 8000, pros: 2000, cons: 2000, forWhom: 1000, runLabel: 120 } as const;

/** The first year in which there were online courses to review. */
export const firstYear = 2000;
/** What the list of runs offers besides the runs. */
export const otherRun = 'other';

const text = (most: number, clean: (typed: string) => string = typedText) =>
  z
    .string()
    .default('')
    .transform(clean)
    .pipe(z.string().max(most, 'reviews.write.too-long'))
    .transform((typed) => (typed === '' ? undefined : typed));

const starsOf = z.enum(['1', '2', '3', '4', '5'], { error: 'reviews.write.stars.missing' }).transform(Number);
const optionalStars = z
  .enum(['', '1', '2', '3', '4', '5'])
  .default('')
  .transform((chosen) => (chosen === '' ? undefined : Number(chosen)));

/** "3,5", "3.5" and "٣٫٥" are one number. */
function readHours(typed: string): number | undefined {
  const plain = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[,٫]/, '.')
    .trim();
  return /^\d{1,3}(\.\d{1,6})?$/.test(plain) ? Math.round(Number(plain) * 10) / 10 : undefined;
}

const hours = z
  .string()
  .default('')
  .transform((typed, issues) => {
    if (typed.trim() === '') return undefined;
    const read = readHours(typed);
    if (read !== undefined && read <= 168) return read;
    issues.addIssue({ code: 'custom', message: 'reviews.write.hours.wrong' });
    return z.NEVER;
  });

const fields = z.object({
  stars: starsOf,
  status: z.enum(['finished', 'under-way', 'dropped'], { error: 'reviews.write.status.missing' }),
  dropReason: z.enum(['', ...dropReasons] as const).catch(''),
  content: optionalStars,
  teaching: optionalStars,
  exercises: optionalStars,
  support: optionalStars,
  hours,
  body: text(longest.body),
  pros: text(longest.pros),
  cons: text(longest.cons),
  forWhom: text(longest.forWhom),
  run: z
    .string()
    .default('')
    .refine((chosen) => chosen === '' || chosen === otherRun || z.uuid().safeParse(chosen).success, {
      error: 'reviews.write.run.wrong',
    }),
  runLabel: text(longest.runLabel, typedLine),
  lang: z.enum(reviewLangs, { error: 'reviews.write.lang.wrong' }),
  month: z.string().max(2).regex(/^\d*$/).catch(''),
  year: z.string().max(4).regex(/^\d*$/).catch(''),
  anonymous: z.string().max(10).optional(),
  id: z.uuid().optional().catch(undefined),
  version: z.coerce.number().int().positive().max(1_000_000).catch(0),
});

/** A form that was sent: the id that a new review gets, the version that an edit was made of. */
export interface SentReview {
  readonly id: string | undefined;
  readonly version: number;
  readonly says: ReviewInput;
}

/** The form of a review, new or edited; `today` is the ISO day after which nothing can have been lived. */
export const reviewForm = (today: string) =>
  fields.transform((typed, issues): SentReview => {
    const experiencedOn = monthOf(typed.month, typed.year);
    const isWrong = experiencedOn === 'wrong' || (experiencedOn !== undefined && experiencedOn > today);
    if (isWrong) issues.addIssue({ code: 'custom', path: ['month'], message: 'reviews.write.when.wrong' });
    const says: ReviewInput = compact({
      stars: typed.stars,
      status: typed.status,
      dropReason: typed.status === 'dropped' && typed.dropReason !== '' ? typed.dropReason : undefined,
      criteria: compact({
        content: typed.content,
        teaching: typed.teaching,
        exercises: typed.exercises,
        support: typed.support,
      }),
      hoursAWeek: typed.hours,
      body: typed.body,
      pros: typed.pros,
      cons: typed.cons,
      forWhom: typed.forWhom,
      runId: typed.run === '' || typed.run === otherRun ? undefined : typed.run,
      runLabel: typed.run === otherRun || typed.run === '' ? typed.runLabel : undefined,
      lang: typed.lang,
      experiencedOn,
      isAnonymous: typed.anonymous !== undefined,
    });
    return { id: typed.id, version: typed.version, says };
  });

function monthOf(month: string, year: string): string | undefined {
  if (month === '' && year === '') return undefined;
  const [number, yearNumber] = [Number(month), Number(year)];
  if (number < 1 || number > 12 || yearNumber < firstYear) return 'wrong';
  return `${yearNumber}-${String(number).padStart(2, '0')}-01`;
}

type Compact<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Absent is absent: what was not said is left out. */
function compact<T extends object>(given: T): Compact<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as unknown as Compact<T>;
}

/** A stored review as its form shows it. */
export function formValues(review: ReviewInput): Readonly<Record<string, string>> {
  const [year, month] = review.experiencedOn?.split('-') ?? [];
  const own = Object.entries(review.criteria).map(([name, value]) => [name, String(value)]);
  return {
    stars: String(review.stars),
    status: review.status,
    dropReason: review.dropReason ?? '',
    ...Object.fromEntries(own),
    hours: review.hoursAWeek === undefined ? '' : String(review.hoursAWeek),
    body: review.body ?? '',
    pros: review.pros ?? '',
    cons: review.cons ?? '',
    forWhom: review.forWhom ?? '',
    run: review.runId ?? (review.runLabel === undefined ? '' : otherRun),
    runLabel: review.runLabel ?? '',
    lang: review.lang,
    month: month === undefined ? '' : String(Number(month)),
    year: year ?? '',
    ...(review.isAnonymous ? { anonymous: 'yes' } : {}),
  };
}
